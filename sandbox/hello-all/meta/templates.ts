import { pageOf } from '../../platform/cloud/pages.ts';
import { RefusedByWhatsApp } from '../../platform/errors.ts';
import { templateKey, type Template } from '../../platform/templates.ts';
import { pathValue, readJson, type Call, type Handler } from '../body.ts';
import { submitTemplate } from '../templateCreation.ts';
import { templatesOf } from '../templates.ts';
import { noSuchObject, requireOwn } from './account.ts';

const FIELDS = ['name', 'status', 'category', 'language', 'components'] as const;
const FURTHER_FIELDS = ['parameter_format', 'rejected_reason'] as const;

/** `GET /{WABA ID}/message_templates`, with Meta's cursors. */
export const listMetaTemplates: Handler = (c, world) => {
	const wabaId = ownAccount(c);
	const { limit, after, fields, name, status, json } = c.req.query();
	const chosen = templatesOf(world)
		.all()
		.filter((one) => !name || one.name === name)
		.filter((one) => !status || one.status === status.toUpperCase());
	const { entries, cursors, more } = pageOf(chosen, { limit, after });
	const data = entries.map((template) => ({
		...show(template, fields),
		...(json === 'true' && readyBody(template)),
	}));
	if (world.settings.metaTemplates === 'array') return c.json(data);
	return c.json({
		data,
		...(cursors && {
			paging: { cursors, ...(more && { next: nextPage(c, wabaId, cursors.after) }) },
		}),
	});
};

/** Meta's own address of the next page, with the token in it, as panels pass it on. */
function nextPage(c: Call, wabaId: string, after: string): string {
	const url = new URL(`https://graph.facebook.com/${pathValue(c, 'version')}/${wabaId}/message_templates`);
	const token = c.req.header('authorization')?.replace('Bearer ', '') ?? '';
	for (const [name, value] of Object.entries({ access_token: token, ...c.req.query(), after }))
		url.searchParams.set(name, value);
	return url.toString();
}

function show(template: Template, fields?: string): Record<string, unknown> {
	const wanted = fields?.split(',').map((field) => field.trim()) ?? [...FIELDS];
	const known: readonly string[] = ['id', ...FIELDS, ...FURTHER_FIELDS];
	const unknown = wanted.find((field) => !known.includes(field));
	if (unknown !== undefined)
		throw new RefusedByWhatsApp(100, `Tried accessing nonexisting field (${unknown}) on the template`);
	const all = template as unknown as Record<string, unknown>;
	return Object.fromEntries(['id', ...wanted].map((field) => [field, all[field]]));
}

/** What panels add on demand: a send body with places for what is to be filled in, and the names of these. */
function readyBody({ name, language, components }: Template) {
	const variables: string[] = [];
	const place = (variable: string) => {
		variables.push(variable);
		return `{{${variable}}}`;
	};
	const sent = components.flatMap(({ type, format = 'TEXT', text = '' }) => {
		const where = type.toLowerCase();
		if (type !== 'HEADER' && type !== 'BODY') return [];
		if (type === 'HEADER' && format !== 'TEXT') {
			const kind = format.toLowerCase();
			return [{ type: where, parameters: [{ type: kind, [kind]: { link: place(`header#${kind}`) } }] }];
		}
		const numbers = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, number]) => number as string);
		const parameters = numbers.map((number) => ({ type: 'text', text: place(`${where}#${number}`) }));
		return parameters.length > 0 ? [{ type: where, parameters }] : [];
	});
	const template = { name, language: { code: language, policy: 'deterministic' }, components: sent };
	return { json: { to: '{{waba}}', type: 'template', template }, variables: ['waba', ...variables] };
}

export const showTemplateById = (c: Call, template: Template): Response =>
	c.json(show(template, c.req.query('fields')));

export const createMetaTemplate: Handler = async (c, world) => {
	ownAccount(c);
	const { id, status, category } = submitTemplate(world, await readJson(c));
	return c.json({ id, status, category });
};

/** Removes every language of the name. */
export const removeMetaTemplate: Handler = (c, world) => {
	ownAccount(c);
	const { name } = c.req.query();
	if (!name) throw new RefusedByWhatsApp(131008, 'name is required');
	const templates = templatesOf(world);
	const named = templates.all().filter((template) => template.name === name);
	if (named.length === 0) throw noSuchObject(name);
	for (const { language } of named) templates.delete(templateKey(name, language));
	return c.json({ success: true });
};

function ownAccount(c: Call): string {
	const id = pathValue(c, 'wabaId');
	requireOwn(id, 'wabaId');
	return id;
}
