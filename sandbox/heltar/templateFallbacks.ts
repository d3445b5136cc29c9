import type { Hono } from 'hono';
import { z } from 'zod';
import type { SandboxEnv } from '../core/provider.ts';
import { part, templateKey, variablesOf, type Template } from '../platform/templates.ts';
import { answer, ApiError, heltarRoutes, readBody } from './answers.ts';
import { business } from './record.ts';
import type { HeltarWorld } from './settings.ts';
import { templatesOf } from './templates.ts';

interface Fallback {
	id: number;
	sourceTemplateName: string;
	sourceLanguageCode: string;
	triggerCondition: 'PAUSED' | 'UTILITY_TO_MARKETING';
	fallbackTemplateName: string;
	isEnabled: boolean;
	createdAt: number;
	updatedAt: number;
}

const body = z.strictObject({
	sourceTemplateName: z.string().min(1),
	sourceLanguageCode: z.string().min(2).max(10),
	triggerCondition: z.enum(['PAUSED', 'UTILITY_TO_MARKETING']),
	fallbackTemplateName: z.string().min(1),
	isEnabled: z.boolean().optional(),
});

const fallbacksOf = (world: HeltarWorld) => world.collection<Fallback>('fallbacks');
const FIRST_ID = 31;

/** `/v1/templates/fallback`; mounted before the templates, whose patterns it would match. */
export function fallbackRoutes(world: HeltarWorld): Hono<SandboxEnv> {
	const app = heltarRoutes();
	const fallbacks = fallbacksOf(world);
	const lastId = world.collection<number>('lastFallback');

	app.get('/heltar/v1/templates/fallback', (c) =>
		answer(
			c,
			'Successfully fetched fallback configs',
			fallbacks
				.all()
				.sort((a, b) => b.id - a.id)
				.map(show),
		),
	);

	app.post('/heltar/v1/templates/fallback', async (c) => {
		const { isEnabled, ...given } = await readBody(c, body);
		check(world, given);
		const key = [given.sourceTemplateName, given.sourceLanguageCode, given.triggerCondition].join('/');
		const before = fallbacks.get(key);
		const id = before?.id ?? lastId.put('id', (lastId.get('id') ?? FIRST_ID - 1) + 1);
		const now = Date.now();
		const fallback = fallbacks.put(key, {
			id,
			...given,
			isEnabled: isEnabled ?? before?.isEnabled ?? true,
			createdAt: before?.createdAt ?? now,
			updatedAt: now,
		});
		return answer(c, 'Fallback config saved', show(fallback));
	});

	app.delete('/heltar/v1/templates/fallback/:id', (c) => {
		const id = Number(c.req.param('id'));
		if (!Number.isInteger(id) || id < 1) throw new ApiError(400, 'Invalid config ID');
		const found = fallbacks.all().find((one) => one.id === id);
		if (!found) throw new ApiError(404, 'Fallback config not found');
		fallbacks.delete([found.sourceTemplateName, found.sourceLanguageCode, found.triggerCondition].join('/'));
		return answer(c, 'Fallback config deleted', { id });
	});

	return app;
}

const show = ({ createdAt, updatedAt, ...fallback }: Fallback) => ({
	...fallback,
	businessId: business.id,
	createdAt: new Date(createdAt).toISOString(),
	updatedAt: new Date(updatedAt).toISOString(),
});

function check(
	world: HeltarWorld,
	given: Pick<
		Fallback,
		'sourceTemplateName' | 'sourceLanguageCode' | 'triggerCondition' | 'fallbackTemplateName'
	>,
): void {
	const { sourceTemplateName: source, sourceLanguageCode: language, fallbackTemplateName: other } = given;
	if (source === other) throw new ApiError(400, 'Source and fallback template cannot be the same');
	const of = (name: string, what: string): Template => {
		const template = templatesOf(world).get(templateKey(name, language));
		if (template) return template;
		throw new ApiError(404, `${what} template "${name}" (${language}) not found`);
	};
	const [from, to] = [of(source, 'Source'), of(other, 'Fallback')];
	const back = fallbacksOf(world)
		.all()
		.some((one) => one.sourceTemplateName === other && one.fallbackTemplateName === source);
	if (back) throw new ApiError(400, `Loop detected: ${source} → ${other} → ${source}`);
	if (given.triggerCondition === 'UTILITY_TO_MARKETING' && to.category !== 'UTILITY')
		throw new ApiError(400, 'Fallback template must be UTILITY category for this trigger');
	if (parametersOf(from) !== parametersOf(to))
		throw new ApiError(400, 'Templates are not compatible: they take different parameters');
}

/** What a template takes, in a form that is equal for templates that take the same. */
const parametersOf = (template: Template) =>
	JSON.stringify([
		part(template, 'HEADER')?.format ?? null,
		...(['HEADER', 'BODY'] as const).map((type) => variablesOf(part(template, type)?.text)),
	]);
