import type { CoreSettings } from '../core/provider.ts';
import type { World } from '../core/world.ts';
import { templateKey, type Template } from './templates.ts';

/** WhatsApp put a template into another category. */
export interface CategoryChange {
	id: string;
	name: string;
	language: string;
	from: string;
	to: string;
	/** Unix milliseconds. */
	at: number;
}

/** What WhatsApp decides about the versions of a template, or about one of them. */
export function changeTemplate<S extends CoreSettings>(
	world: World<S>,
	name: string,
	language: string | undefined,
	{ status, category }: { status?: string; category?: string },
): Template[] {
	const templates = world.collection<Template>('templates');
	const chosen = templates
		.all()
		.filter((one) => one.name === name && (!language || one.language === language));
	const at = Date.now();
	return chosen.map((one) => {
		const key = templateKey(one.name, one.language);
		if (category !== undefined && category !== one.category) {
			const { id, category: from } = one;
			const change = { id, name: one.name, language: one.language, from, to: category, at };
			world.collection<CategoryChange>('categoryChanges').put(`${key}/${at}`, change);
		}
		return templates.put(key, {
			...one,
			...(status && { status }),
			...(category && { category }),
			updatedAt: at,
		});
	});
}
