import { z } from 'zod';
import { templateKey, type Template } from '../platform/templates.ts';
import { business } from './business.ts';
import { pathValue, validate, type Handler } from './body.ts';
import { meta } from './codes.ts';
import { notFound } from './errors.ts';
import type { HelloAllWorld } from './settings.ts';

export const templatesOf = (world: HelloAllWorld) => world.collection<Template>('templates');

const wholeNumber = z.string().regex(/^\d+$/, 'must be a whole number').transform(Number);
const paging = z.looseObject({ limit: wholeNumber.optional(), offset: wholeNumber.optional() });

export const listTemplates: Handler = (c, world) => {
	const { limit = 1000, offset = 0 } = validate(c.req.query(), paging);
	const all = templatesOf(world).all();
	const page = all.slice(offset, offset + limit).map((template) => showTemplate(world, template));
	return c.json({ waba_templates: page, count: page.length, total: all.length, limit, offset });
};

/** The on-premises word for a status: `submitted` until WhatsApp decided, lower case throughout. */
const olderStatus = (status: string) => (status === 'PENDING' ? 'submitted' : status.toLowerCase());

export function showTemplate(world: HelloAllWorld, template: Template) {
	const { id, name, language, status, category, components, rejected_reason: reason = 'NONE' } = template;
	const { parameter_format: format } = template;
	const cloud = world.settings.answer === 'cloud';
	return {
		...(cloud && { id }),
		name,
		namespace: business.namespace,
		category,
		language,
		status: cloud ? status : olderStatus(status),
		...(format && { parameter_format: format }),
		rejected_reason: status === 'REJECTED' && reason === 'NONE' ? 'INVALID_FORMAT' : reason,
		components,
	};
}

/** Removes every language of the name. */
export const removeTemplate: Handler = (c, world) => {
	const name = pathValue(c, 'name');
	const templates = templatesOf(world);
	const named = templates.all().filter((template) => template.name === name);
	if (named.length === 0) throw notFound(`There is no template called ${name}`);
	for (const { language } of named) templates.delete(templateKey(name, language));
	return c.json({ meta });
};
