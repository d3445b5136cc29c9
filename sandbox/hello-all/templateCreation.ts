import { z } from 'zod';
import { acceptableUrl } from '../core/loopback.ts';
import { newNumericId } from '../platform/ids.ts';
import {
	review,
	templateKey,
	variablesOf,
	type Template,
	type TemplateComponent,
} from '../platform/templates.ts';
import { filled, readJson, text, validate, type Handler } from './body.ts';
import { ApiError, missing, wrong } from './errors.ts';
import type { HelloAllWorld } from './settings.ts';
import { showTemplate, templatesOf } from './templates.ts';

const namedSamples = z.array(z.strictObject({ param_name: filled, example: filled }));

const header = z.discriminatedUnion('format', [
	z.strictObject({
		type: z.literal('HEADER'),
		format: z.literal('TEXT'),
		text: text(60),
		example: z
			.union([
				z.strictObject({ header_text: z.array(filled) }),
				z.strictObject({ header_text_named_params: namedSamples }),
			])
			.optional(),
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
	example: z
		.union([
			z.strictObject({ body_text: z.array(z.array(filled)).length(1) }),
			z.strictObject({ body_text_named_params: namedSamples }),
		])
		.optional(),
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

const about = {
	name: z.string().regex(/^[a-z0-9_]{1,512}$/, 'may hold lower case letters, digits and underscores'),
	category: filled.regex(/^[A-Z_]+$/, 'must be one of the categories'),
	language: filled.regex(/^[a-z]{2,3}(_[A-Z]{2,3})?$/, 'must be a language code'),
	parameter_format: z
		.string()
		.transform((format) => format.toUpperCase())
		.pipe(z.enum(['NAMED', 'POSITIONAL']))
		.optional(),
};

const creation = z.strictObject({
	...about,
	components: z.array(z.discriminatedUnion('type', [header, body, footer, buttons])).min(1),
});

/** WhatsApp writes the text of these itself. */
const codeCreation = z.strictObject({
	...about,
	category: z.literal('AUTHENTICATION'),
	components: z
		.array(
			z.discriminatedUnion('type', [
				z.strictObject({ type: z.literal('BODY'), add_security_recommendation: z.boolean().optional() }),
				z.strictObject({
					type: z.literal('FOOTER'),
					code_expiration_minutes: z.number().int().min(1).max(90),
				}),
				z.strictObject({
					type: z.literal('BUTTONS'),
					buttons: z
						.array(
							z.strictObject({
								type: z.literal('OTP'),
								otp_type: z.literal('COPY_CODE'),
								text: text(25).optional(),
							}),
						)
						.length(1),
				}),
			]),
		)
		.min(2),
});

const isCodeTemplate = (given: unknown) => /"type":"OTP"/.test(JSON.stringify(given));

/** Takes a new template in. WhatsApp looks at it later: it starts as submitted. */
export function submitTemplate(world: HelloAllWorld, given: unknown): Template {
	const read = isCodeTemplate(given) ? validate(given, codeCreation) : checked(validate(given, creation));
	const { name, category, language, parameter_format: format } = read;
	const components = read.components as TemplateComponent[];
	const templates = templatesOf(world);
	const key = templateKey(name, language);
	if (templates.get(key)) throw new ApiError(409, 1004, `There is a template ${name} in ${language} already`);
	const template = templates.put(key, {
		id: newNumericId(),
		name,
		language,
		category,
		parameter_format: format,
		...review({ category, parameter_format: format, components }),
		updatedAt: Date.now(),
	});
	world.emit('change', { template: name, language, status: template.status });
	return template;
}

/** Hello All collection, template creation. */
export const createTemplate: Handler = async (c, world) => {
	const template = submitTemplate(world, await readJson(c));
	const { id, status, category } = template;
	return c.json(
		world.settings.answer === 'cloud' ? { id, status, category } : showTemplate(world, template),
		201,
	);
};

/** What the texts of a template have to keep to. */
function checked(template: z.infer<typeof creation>): z.infer<typeof creation> {
	const { components } = template;
	const of = <Type extends TemplateComponent['type']>(type: Type) => {
		const found = components.filter((component) => component.type === type);
		if (found.length > 1) throw wrong(`components: there may be one ${type}`);
		return found[0] as Extract<(typeof components)[number], { type: Type }> | undefined;
	};
	const [head, main, foot] = [of('HEADER'), of('BODY'), of('FOOTER'), of('BUTTONS')] as const;
	if (!main) throw missing('components: BODY is required');
	checkVariables('BODY', main.text, samplesOf(main.example));
	if (/^\s*\{\{|\}\}\s*$/.test(main.text))
		throw wrong('BODY: a variable may not stand at the beginning or at the end');
	if (/\}\}\s*\{\{/.test(main.text)) throw wrong('BODY: two variables may not stand side by side');
	if (head?.format === 'TEXT') {
		if (variablesOf(head.text).length > 1) throw wrong('HEADER: there may be one variable');
		checkVariables('HEADER', head.text, samplesOf(head.example));
	}
	if (foot && variablesOf(foot.text).length > 0) throw wrong('FOOTER: variables are not allowed');
	return template;
}

type Samples = { param_name: string; example: string }[];

/** A sample each, with its variable: the name, or the number of its place. */
function samplesOf(
	example:
		| { header_text: string[] }
		| { body_text: string[][] }
		| { header_text_named_params: Samples }
		| { body_text_named_params: Samples }
		| undefined,
): string[] {
	if (!example) return [];
	const [given = []] = Object.values(example) as [Array<unknown> | undefined];
	const samples = given.flat();
	return samples.map((one, at) =>
		typeof one === 'string' ? String(at + 1) : (one as Samples[number]).param_name,
	);
}

/** Variables count up from 1, or have names, and there is an example for each. */
function checkVariables(where: string, content: string, samples: string[]): void {
	const variables = variablesOf(content);
	if (samples.length !== variables.length)
		throw wrong(`${where}: ${variables.length} variables need as many examples, not ${samples.length}`);
	if (variables.some((one) => !samples.includes(one)))
		throw wrong(`${where}: variables must be {{1}}, {{2}}… without gaps, or named as their examples are`);
}
