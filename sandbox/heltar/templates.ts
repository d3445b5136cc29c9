import type { Hono } from 'hono';
import { z } from 'zod';
import type { SandboxEnv } from '../core/provider.ts';
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
import type { HeltarWorld } from './settings.ts';

export const templatesOf = (world: HeltarWorld) => world.collection<Template>('templates');

const longest = (most: number) => (text: string) => [...text].length <= most;

const button = z.looseObject({
	type: z.enum(['QUICK_REPLY', 'URL', 'PHONE_NUMBER', 'COPY_CODE', 'FLOW', 'CATALOG', 'OTP']),
	text: z.string().max(25).optional(),
	url: z.string().optional(),
});

const component = z.discriminatedUnion('type', [
	z.looseObject({
		type: z.literal('HEADER'),
		format: z.enum(['TEXT', 'IMAGE', 'VIDEO', 'DOCUMENT', 'LOCATION']),
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
]);

const create = z.object({
	name: z
		.string()
		.min(1)
		.max(512)
		.regex(/^[a-z0-9_]+$/, 'may hold lower-case letters, digits and underscores only'),
	category: z.enum(['UTILITY', 'MARKETING', 'AUTHENTICATION']),
	language: z.string().min(2),
	components: z
		.array(component)
		.refine((components) => components.some(({ type }) => type === 'BODY'), 'must hold a BODY'),
	parameter_format: z
		.string()
		.transform((format) => format.toUpperCase())
		.pipe(z.enum(['NAMED', 'POSITIONAL']))
		.optional(),
	allow_category_change: z.boolean().optional(),
	library_template_name: z.string().optional(),
	library_template_button_inputs: z.unknown().optional(),
});

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
		const components = body.components as TemplateComponent[];
		const problem = withoutExample(components);
		if (problem) throw new ApiError(400, problem);
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

/** WhatsApp wants a sample for every variable and for every media header. */
function withoutExample(components: TemplateComponent[]): string | null {
	for (const component of components) {
		const { type, format = 'TEXT', text, example } = component;
		const isCode = component.add_security_recommendation !== undefined;
		if (type === 'BODY' && text === undefined && !isCode) return 'components: BODY needs a text';
		if (type === 'HEADER' && !['TEXT', 'LOCATION'].includes(format) && !example)
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
