import type { IDataObject } from 'n8n-workflow';

import { collectPages } from '../../core/http/pagination';
import type { RequestSpec } from '../../core/http/request';
import { read } from '../../core/http/exchange';
import { readVersions } from '../../whatsapp/templateVersion';
import type { TemplateSource } from '../shared/templateLists';
import { componentsOf, templateFields } from '../shared/templateFields';
import { valueAt } from '../shared/valueAt';
import { listAt, textAt } from './answers';
import { helloAll } from './http';
import { endpoints } from './endpoints';

/** Where a list of templates may stand in an answer. */
export const TEMPLATE_LISTS = ['waba_templates', 'data', 'templates'] as const;

const PAGE = 50;
const MOST_PAGES = 200;

/**
 * Templates, one entry per language (Hello All collection: Template List), page by page. A list ends with a page that
 * is empty, or, without a cursor, short or reaches the total; with one that begins like the page before, from a server
 * that ignores where it should begin; and in any case after 200 pages.
 * @param limit how many are wanted; undefined for all
 */
export async function listTemplates(
	request: (spec: RequestSpec) => Promise<unknown>,
	limit?: number,
): Promise<IDataObject[]> {
	let before: string | undefined;
	let reached = 0;
	let after: string | undefined;
	return await collectPages<IDataObject>(limit, async (_, wanted = PAGE) => {
		const size = Math.min(wanted, PAGE);
		const answer = await request({
			endpoint: endpoints.getTemplates,
			// Style `v1` counts, style `meta` has a cursor; each leaves the other one out (styles.ts).
			query: { limit: size, offset: reached, after },
		});
		const items = listAt(answer, ...TEMPLATE_LISTS);
		const first = JSON.stringify(items[0]);
		if (items.length === 0 || first === before) return { items: [] };
		before = first;
		reached += items.length;
		if (reached >= PAGE * MOST_PAGES) return { items };
		after = textAt(answer, 'paging.cursors.after');
		// A cursor stands on the last page, too.
		const isFollowed = items.length >= size || textAt(answer, 'paging.next') !== undefined;
		if (after !== undefined) return { items, ...(isFollowed ? { next: after } : {}) };
		const total = Number(valueAt(answer, 'total') ?? valueAt(answer, 'data.total') ?? Infinity);
		const isLast = items.length < size || reached >= total;
		return { items, ...(isLast ? {} : { next: String(reached) }) };
	});
}

/** There is no look-up of a single template, so one is found in the list. */
export const templateSource: TemplateSource = {
	all: async (context) =>
		readVersions(await listTemplates(async (spec) => await read(context, helloAll, spec))),
	versions: async (context, name) =>
		(await templateSource.all(context)).filter((version) => version.name === name),
};

/** A template with its language and the values of its variables. Buttons are counted in words, as WhatsApp's on-premises API does. */
export const templateMessage = () => templateFields(templateSource, String);

/** The message that a template makes (Hello All collection: Send Template Message). */
export function templateContent(
	values: { templateName?: string; languageCode?: string } & Parameters<typeof componentsOf>[0],
	namespace?: string,
): IDataObject & { type: string } {
	const components = componentsOf(values);
	return {
		type: 'template',
		template: {
			...(namespace ? { namespace } : {}),
			name: values.templateName,
			language: { policy: 'deterministic', code: values.languageCode },
			...(components.length > 0 ? { components } : {}),
		},
	};
}
