import { z } from 'zod';
import { acceptableUrl } from '../core/loopback.ts';
import { newNumericId } from '../platform/ids.ts';
import { templateKey, variablesOf, type Template, type TemplateComponent } from '../platform/templates.ts';
import { filled, readBody, text, type Handler } from './body.ts';
import { ApiError, missing, wrong } from './errors.ts';
import { showTemplate, templatesOf } from './templates.ts';

const header = z.discriminatedUnion('format', [
	z.strictObject({
		type: z.literal('HEADER'),
		format: z.literal('TEXT'),
		text: text(60),
		example: z.strictObject({ header_text: z.array(filled) }).optional(),
	}),
	z.strictObject({
		type: z.literal('HEADER'),
		format: z.enum(['IMAGE', 'VIDEO', 'DOCUMENT']),
		example: z.strictObject({
			header_handle: z
				.array(
					filled.refine(
						(handle) => !handle.startsWith('http') || acceptableUrl(handle),
						'must be an https address',
					),
				)
				.length(1),
		}),
	}),
]);

const body = z.strictObject({
	type: z.literal('BODY'),
	text: text(1024),
	example: z.strictObject({ body_text: z.array(z.array(filled)).length(1) }).optional(),
});

const footer = z.strictObject({ type: z.literal('FOOTER'), text: text(60) });

const button = z.discriminatedUnion('type', [
	z.strictObject({ type: z.literal('QUICK_REPLY'), text: text(25) }),
	z.strictObject({
		type: z.literal('URL'),
		text: text(25),
		url: filled,
		example: z.union([filled, z.array(filled)]).optional(),
	}),
	z.strictObject({ type: z.literal('PHONE_NUMBER'), text: text(25), phone_number: filled }),
]);

const buttons = z.strictObject({ type: z.literal('BUTTONS'), buttons: z.array(button).min(1).max(10) });

const creation = z.strictObject({
	name: z.string().regex(/^[a-z0-9_]{1,512}$/, 'may hold lower case letters, digits and underscores'),
	category: filled.regex(/^[A-Z_]+$/, 'must be one of the categories'),
	language: filled.regex(/^[a-z]{2,3}(_[A-Z]{2,3})?$/, 'must be a language code'),
	components: z.array(z.discriminatedUnion('type', [header, body, footer, buttons])).min(1),
});

/** Hello All collection, template creation. WhatsApp looks at the template later: it starts as submitted. */
export const createTemplate: Handler = async (c, world) => {
	const { name, category, language, components } = await readBody(c, creation);
	const of = <Type extends TemplateComponent['type']>(type: Type) => {
		const found = components.filter((component) => component.type === type);
		if (found.length > 1) throw wrong(`components: there may be one ${type}`);
		return found[0] as Extract<(typeof components)[number], { type: Type }> | undefined;
	};
	const [head, main, foot] = [of('HEADER'), of('BODY'), of('FOOTER'), of('BUTTONS')] as const;
	if (!main) throw missing('components: BODY is required');
	checkVariables('BODY', main.text, main.example?.body_text[0]);
	if (/^\s*\{\{|\}\}\s*$/.test(main.text))
		throw wrong('BODY: a variable may not stand at the beginning or at the end');
	if (/\}\}\s*\{\{/.test(main.text)) throw wrong('BODY: two variables may not stand side by side');
	if (head?.format === 'TEXT') {
		if (variablesOf(head.text).length > 1) throw wrong('HEADER: there may be one variable');
		checkVariables('HEADER', head.text, head.example?.header_text);
	}
	if (foot && variablesOf(foot.text).length > 0) throw wrong('FOOTER: variables are not allowed');

	const templates = templatesOf(world);
	const key = templateKey(name, language);
	if (templates.get(key)) throw new ApiError(409, 1004, `There is a template ${name} in ${language} already`);
	const template = templates.put(key, {
		id: newNumericId(),
		name,
		language,
		category,
		status: 'PENDING',
		components: components as Template['components'],
		updatedAt: Date.now(),
	});
	world.emit('change', { template: name, language, status: template.status });
	const { id, status } = template;
	return c.json(
		world.settings.answer === 'cloud' ? { id, status, category } : showTemplate(world, template),
		201,
	);
};

/** Variables count up from 1, and there is an example for each. */
function checkVariables(where: string, content: string, examples: string[] = []): void {
	const variables = variablesOf(content);
	const gap = variables
		.map(Number)
		.sort((a, b) => a - b)
		.findIndex((number, index) => number !== index + 1);
	if (gap >= 0) throw wrong(`${where}: variables must be {{1}}, {{2}}… without gaps`);
	if (examples.length !== variables.length)
		throw wrong(`${where}: ${variables.length} variables need as many examples, not ${examples.length}`);
}
