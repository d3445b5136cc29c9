import type { Hono } from 'hono';
import { z } from 'zod';
import type { SandboxEnv } from '../core/provider.ts';
import { graphError } from '../platform/errors.ts';
import { newNumericId } from '../platform/ids.ts';
import {
	part,
	review,
	templateKey,
	variablesOf,
	type Template,
	type TemplateComponent,
} from '../platform/templates.ts';
import { answer, ApiError, heltarRoutes, readBody } from './answers.ts';
import { unknownHandle, withAddresses } from './samples.ts';
import type { HeltarWorld } from './settings.ts';
import { libraryComponents } from './templateLibrary.ts';

export const templatesOf = (world: HeltarWorld) => world.collection<Template>('templates');

const longest = (most: number) => (text: string) => [...text].length <= most;

const button = z.looseObject({
	type: z.enum([
		'QUICK_REPLY',
		'URL',
		'PHONE_NUMBER',
		'COPY_CODE',
		'FLOW',
		'CATALOG',
		'OTP',
		'REQUEST_CONTACT_INFO',
	]),
	text: z.string().max(25).optional(),
	url: z.string().optional(),
});

const plainComponents = [
	z.looseObject({
		type: z.literal('HEADER'),
		format: z.enum(['TEXT', 'IMAGE', 'VIDEO', 'DOCUMENT', 'LOCATION', 'PRODUCT']),
		text: z.string().refine(longest(60), 'must be at most 60 characters').optional(),
	}),
	z.looseObject({
		type: z.literal('BODY'),
		text: z.string().min(1).refine(longest(1024), 'must be at most 1024 characters').optional(),
		add_security_recommendation: z.boolean().optional(),
	}),
	z.looseObject({
		type: z.literal('FOOTER'),
		text: z.string().min(1).refine(longest(60), 'must be at most 60 characters').optional(),
		code_expiration_minutes: z.number().int().min(1).max(90).optional(),
	}),
	z.looseObject({
		type: z.literal('BUTTONS'),
		buttons: z
			.array(button)
			.min(1)
			.refine(
				(buttons) => buttons.filter(({ type }) => type === 'QUICK_REPLY').length <= 3,
				'at most 3 quick replies',
			)
			.refine(
				(buttons) => buttons.filter(({ type }) => type === 'URL' || type === 'PHONE_NUMBER').length <= 2,
				'at most 2 URL or phone buttons',
			),
	}),
	z.looseObject({
		type: z.literal('LIMITED_TIME_OFFER'),
		limited_time_offer: z.looseObject({
			text: z.string().min(1).refine(longest(16), 'must be at most 16 characters'),
			has_expiration: z.boolean().optional(),
		}),
	}),
	z.looseObject({
		type: z.literal('CALL_PERMISSION_REQUEST'),
		text: z.string().refine(longest(256), 'must be at most 256 characters').optional(),
	}),
] as const;

const holdsBody = (components: Array<{ type: string }>) => components.some(({ type }) => type === 'BODY');

const component = z.discriminatedUnion('type', [
	...plainComponents,
	z.looseObject({
		type: z.literal('CAROUSEL'),
		cards: z
			.array(
				z.looseObject({
					components: z
						.array(z.discriminatedUnion('type', [...plainComponents]))
						.refine(holdsBody, 'must contain a BODY'),
				}),
			)
			.min(1),
	}),
]);

const category = z.enum(['UTILITY', 'MARKETING', 'AUTHENTICATION']);
const componentList = z.array(component).refine(holdsBody, 'must contain a BODY');

const create = z.object({
	name: z
		.string()
		.min(1)
		.max(512)
		.regex(/^[a-z0-9_]+$/, 'may hold lower-case letters, digits and underscores only'),
	category,
	language: z.string().min(2).max(5),
	components: componentList.optional(),
	parameter_format: z
		.string()
		.transform((format) => format.toUpperCase())
		.pipe(z.enum(['NAMED', 'POSITIONAL']))
		.optional(),
	allow_category_change: z.boolean().optional(),
	library_template_name: z.string().optional(),
	library_template_button_inputs: z.unknown().optional(),
});

const update = z
	.strictObject({ category: category.optional(), components: componentList.optional() })
	.refine((body) => body.category ?? body.components, 'category or components is required');

export function templateRoutes(world: HeltarWorld): Hono<SandboxEnv> {
	const app = heltarRoutes();
	const templates = templatesOf(world);
	const deleted = world.collection<number>('deletedTemplates');

	app.get('/heltar/v1/templates', (c) => {
		const shown = show(world, templates.all());
		return answer(c, `Successfully retrieved ${shown.length} templates!`, shown);
	});

	app.get('/heltar/v1/templates/:name', (c) => {
		const name = c.req.param('name');
		const language = c.req.query('templateLang');
		const versions = templates
			.all()
			.filter((one) => one.name === name && (!language || one.language === language));
		return answer(c, `Successfully retrieved template (${name})!`, show(world, versions));
	});

	app.post('/heltar/v1/templates', async (c) => {
		const body = await readBody(c, create);
		const key = templateKey(body.name, body.language);
		if (templates.get(key))
			throw new ApiError(400, 'There is already content in this language for this template');
		if ((deleted.get(body.name) ?? 0) > Date.now())
			throw new ApiError(400, 'This template name was deleted and cannot be used again for 30 days');
		const library = body.library_template_name;
		const components =
			library === undefined
				? (body.components as TemplateComponent[] | undefined)
				: libraryComponents(library, body.language);
		if (!components) {
			throw library === undefined
				? new ApiError(400, 'components: is required')
				: refusedByMeta('create', `There is no library template ${library} in ${body.language}`);
		}
		assertAcceptable(world, 'create', components);
		const { id, status, category } = templates.put(key, {
			id: newNumericId(),
			name: body.name,
			language: body.language,
			category: body.category,
			parameter_format: body.parameter_format,
			...review({ ...body, components }),
			updatedAt: Date.now(),
		});
		world.emit('change', { template: body.name, language: body.language, status });
		return answer(c, 'Template created successfully', { id, status, category });
	});

	app.post('/heltar/v1/templates/:id', async (c) => {
		const body = await readBody(c, update);
		const template = templates.all().find(({ id }) => id === c.req.param('id'));
		if (!template) throw refusedByMeta('update', `There is no template with the id ${c.req.param('id')}`);
		const changed = {
			...template,
			...(body.category && { category: body.category }),
			components: (body.components as TemplateComponent[] | undefined) ?? template.components,
		};
		if (body.components) assertAcceptable(world, 'update', changed.components);
		const { name, language } = template;
		const { status } = templates.put(templateKey(name, language), {
			...changed,
			...review(changed),
			updatedAt: Date.now(),
		});
		world.emit('change', { template: name, language, status });
		return answer(c, 'Template updated successfully', { success: true });
	});

	const remove = (name: string, id?: string) => {
		const doomed = templates.all().filter((one) => one.name === name && (id === undefined || one.id === id));
		if (doomed.length === 0) throw new ApiError(404, `Template ${name} not found`);
		for (const one of doomed) templates.delete(templateKey(one.name, one.language));
		if (id === undefined) deleted.put(name, Date.now() + 30 * 86_400_000);
	};
	app.delete('/heltar/v1/templates/:name', (c) => {
		remove(c.req.param('name'));
		return answer(c, 'Template deleted successfully');
	});
	app.delete('/heltar/v1/templates/:name/:id', (c) => {
		remove(c.req.param('name'), c.req.param('id'));
		return answer(c, 'Template deleted successfully');
	});

	return app;
}

/** What Meta says no to, as Heltar hands it on. */
const refusedByMeta = (what: 'create' | 'update', details: string) =>
	new ApiError(400, `Failed to ${what} template`, graphError({ code: 100, details }).error);

function assertAcceptable(
	world: HeltarWorld,
	what: 'create' | 'update',
	components: TemplateComponent[],
): void {
	const problem = withoutExample(components);
	if (problem) throw new ApiError(400, problem);
	const handle = unknownHandle(world, components);
	if (handle !== undefined) throw refusedByMeta(what, `${handle} is not a valid upload handle`);
}

/** WhatsApp wants a sample for every variable and for every media header. */
function withoutExample(components: TemplateComponent[]): string | null {
	for (const component of components) {
		const { type, format = 'TEXT', text, example } = component;
		const isCode = component.add_security_recommendation !== undefined;
		if (type === 'BODY' && text === undefined && !isCode) return 'components: BODY needs a text';
		if (type === 'HEADER' && !['TEXT', 'LOCATION', 'PRODUCT'].includes(format) && !example)
			return 'components: a media header needs example.header_handle';
		if ((type === 'BODY' || type === 'HEADER') && variablesOf(text).length > 0 && !example)
			return `components: ${type} has variables and needs an example`;
	}
	return null;
}

/** Today one entry per language with all components; in 2023 a summary per name. */
function show(world: HeltarWorld, templates: Template[]): unknown[] {
	if (world.settings.generation === 2026)
		return templates.map(({ updatedAt, rejected_reason = 'NONE', ...template }) => ({
			...template,
			components: withAddresses(world, template.components),
			rejected_reason,
			quality_score: {
				score: template.status === 'APPROVED' ? 'GREEN' : 'UNKNOWN',
				date: Math.floor(updatedAt / 1000),
			},
			last_updated_time: new Date(updatedAt).toISOString(),
		}));
	const byName = new Map<string, Template>();
	for (const template of templates)
		if (template.status === 'APPROVED' && !byName.has(template.name)) byName.set(template.name, template);
	return [...byName.values()].map(summary);
}

function summary(template: Template) {
	const texts = template.components.flatMap(({ text }) => (text === undefined ? [] : [text]));
	return {
		name: template.name,
		content: texts.join('\n'),
		numVariables: variablesOf(part(template, 'BODY')?.text).length,
		numButtons: part(template, 'BUTTONS')?.buttons?.length ?? 0,
	};
}
