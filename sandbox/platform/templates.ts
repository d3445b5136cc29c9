import type { CoreSettings } from '../core/provider.ts';
import type { World } from '../core/world.ts';
import { RefusedByWhatsApp, type Refusal } from './errors.ts';

export type MediaFormat = 'IMAGE' | 'VIDEO' | 'DOCUMENT';

export interface TemplateButton {
	type:
		| 'QUICK_REPLY'
		| 'URL'
		| 'PHONE_NUMBER'
		| 'COPY_CODE'
		| 'FLOW'
		| 'CATALOG'
		| 'OTP'
		| 'REQUEST_CONTACT_INFO';
	text: string;
	url?: string;
	phone_number?: string;
	example?: unknown;
}

export interface TemplateComponent {
	type:
		| 'HEADER'
		| 'BODY'
		| 'FOOTER'
		| 'BUTTONS'
		| 'CAROUSEL'
		| 'LIMITED_TIME_OFFER'
		| 'CALL_PERMISSION_REQUEST';
	format?: 'TEXT' | MediaFormat | 'LOCATION' | 'PRODUCT';
	text?: string;
	buttons?: TemplateButton[];
	example?: unknown;
	/** Of an authentication template, whose text WhatsApp writes. */
	add_security_recommendation?: boolean;
	code_expiration_minutes?: number;
	/** Of a carousel. */
	cards?: Array<{ components: TemplateComponent[] }>;
}

/** One language version of a template, as WhatsApp keeps it. */
export interface Template {
	id: string;
	name: string;
	language: string;
	status: string;
	category: string;
	/** Names instead of numbers; without it WhatsApp takes every variable for a number. */
	parameter_format?: 'NAMED' | 'POSITIONAL';
	components: TemplateComponent[];
	rejected_reason?: string;
	/** Unix milliseconds. */
	updatedAt: number;
}

/** A component of a send request: header, body, button… with its parameters. */
export interface SentComponent {
	type: string;
	sub_type?: string;
	index?: number | string;
	parameters?: Array<Record<string, unknown>>;
	[more: string]: unknown;
}

export interface RenderedTemplate {
	header: { format: string; text?: string; link?: string; filename?: string } | null;
	body: string;
	footer: string | null;
	buttons: TemplateButton[];
}

export const templateKey = (name: string, language: string) => `${name}/${language}`;

export const part = (template: Pick<Template, 'components'>, type: TemplateComponent['type']) =>
	template.components.find((component) => component.type === type);

/** Variables of a text: `{{1}}`, `{{2}}`…, or named ones, each counted once. */
export function variablesOf(text: string | undefined): string[] {
	return [
		...new Set([...(text ?? '').matchAll(/\{\{\s*([\w]+)\s*\}\}/g)].map((match) => match[1] as string)),
	];
}

/** Checks a send request against the template it names, as WhatsApp does, and fills the variables in. */
export function fillTemplate<S extends CoreSettings>(
	world: World<S>,
	name: string,
	language: string,
	sent: SentComponent[],
): { template: Template; rendered: RenderedTemplate } | { refusal: Refusal } {
	const template = world.collection<Template>('templates').get(templateKey(name, language));
	if (!template) return no(132001, `template name (${name}) does not exist in ${language}`);
	if (template.status === 'PAUSED') return no(132015, `template name (${name}) is paused due to low quality`);
	if (template.status === 'DISABLED') return no(132016, `template name (${name}) is disabled`);
	if (template.status !== 'APPROVED')
		return no(132001, `template name (${name}) is not approved in ${language}`);
	try {
		return { template, rendered: fill(template, sent) };
	} catch (error) {
		if (error instanceof RefusedByWhatsApp) return { refusal: error.refusal };
		throw error;
	}
}

const no = (code: number, details: string) => ({ refusal: { code, details } });

function fill(template: Template, sent: SentComponent[]): RenderedTemplate {
	const of = (type: string) => sent.find((component) => component.type.toLowerCase() === type);
	const body = part(template, 'BODY')?.text ?? '';
	const filled = fillText('body', body, of('body')?.parameters ?? []);
	if (filled.length > 1024)
		throw new RefusedByWhatsApp(132005, 'body: the text is longer than 1024 characters');
	return {
		header: fillHeader(part(template, 'HEADER'), of('header')),
		body: filled,
		footer: part(template, 'FOOTER')?.text ?? null,
		buttons: fillButtons(
			part(template, 'BUTTONS')?.buttons ?? [],
			sent.filter((component) => component.type.toLowerCase() === 'button'),
		),
	};
}

function fillText(where: string, text: string, parameters: Array<Record<string, unknown>>): string {
	const variables = variablesOf(text);
	if (variables.length !== parameters.length)
		throw new RefusedByWhatsApp(
			132000,
			`${where}: number of localizable_params (${parameters.length}) does not match the expected number of params (${variables.length})`,
		);
	return variables.reduce((filled, variable, index) => {
		const isNamed = !/^\d+$/.test(variable);
		const parameter = isNamed
			? parameters.find((one) => one.parameter_name === variable)
			: (parameters[index] as Record<string, unknown>);
		if (!parameter) throw new RefusedByWhatsApp(100, `${where}: Parameter name is missing or empty`);
		const value = textOf(where, parameter);
		return filled.replaceAll(new RegExp(`\\{\\{\\s*${variable}\\s*\\}\\}`, 'g'), () => value);
	}, text);
}

function textOf(where: string, parameter: Record<string, unknown>): string {
	const { type } = parameter;
	if (type === 'currency' || type === 'date_time') {
		const value = parameter[type] as { fallback_value?: string } | undefined;
		return value?.fallback_value ?? '';
	}
	if (type !== 'text')
		throw new RefusedByWhatsApp(
			132012,
			`${where}: expected a parameter of type text, received ${String(type)}`,
		);
	const { text } = parameter;
	if (typeof text !== 'string' || text === '')
		throw new RefusedByWhatsApp(131008, `${where}: Parameter of type text is missing text value`);
	if (/[\n\t]| {5,}/.test(text))
		throw new RefusedByWhatsApp(
			100,
			`${where}: Param text cannot have new-line/tab characters or more than 4 consecutive spaces`,
		);
	return text;
}

function fillHeader(
	header: TemplateComponent | undefined,
	sent: SentComponent | undefined,
): RenderedTemplate['header'] {
	const parameters = sent?.parameters ?? [];
	if (!header) {
		if (parameters.length > 0) throw new RefusedByWhatsApp(132000, 'header: the template has no header');
		return null;
	}
	const format = header.format ?? 'TEXT';
	if (format === 'TEXT') return { format, text: fillText('header', header.text ?? '', parameters) };
	const [parameter] = parameters;
	const received = typeof parameter?.type === 'string' ? parameter.type.toUpperCase() : 'UNKNOWN';
	if (received !== format)
		throw new RefusedByWhatsApp(132012, `header: Format mismatch, expected ${format}, received ${received}`);
	const media = parameter?.[format.toLowerCase()] as
		| { link?: unknown; id?: unknown; filename?: string }
		| undefined;
	if (
		!['LOCATION', 'PRODUCT'].includes(format) &&
		typeof media?.link !== 'string' &&
		typeof media?.id !== 'string'
	)
		throw new RefusedByWhatsApp(131008, `header: ${format.toLowerCase()} needs a link or an id`);
	return { format, ...(typeof media?.link === 'string' && { link: media.link }), filename: media?.filename };
}

/** The word a message has for a kind of button; none for those it must not name. */
const SUB_TYPE: Record<TemplateButton['type'], string> = {
	URL: 'url',
	OTP: 'url',
	QUICK_REPLY: 'quick_reply',
	COPY_CODE: 'copy_code',
	FLOW: 'flow',
	CATALOG: 'catalog',
	PHONE_NUMBER: '',
	REQUEST_CONTACT_INFO: '',
};

function fillButtons(buttons: TemplateButton[], sent: SentComponent[]): TemplateButton[] {
	for (const component of sent)
		if (!buttons[Number(component.index)])
			throw new RefusedByWhatsApp(131009, `buttons: there is no button at index ${String(component.index)}`);
	return buttons.map((button, index) => {
		const component = sent.find((one) => Number(one.index) === index);
		const [parameter] = component?.parameters ?? [];
		if (component && component.sub_type?.toLowerCase() !== SUB_TYPE[button.type])
			throw new RefusedByWhatsApp(132012, `buttons: the button at index ${index} is of type ${button.type}`);
		if (button.type === 'COPY_CODE' && typeof parameter?.coupon_code !== 'string')
			throw new RefusedByWhatsApp(
				131008,
				`buttons: Button at index ${index} of type CopyCode requires a parameter`,
			);
		if (!component && (button.type === 'FLOW' || button.type === 'CATALOG'))
			throw new RefusedByWhatsApp(
				131008,
				`buttons: Button at index ${index} of type ${button.type} is missing in the message`,
			);
		if (button.type !== 'URL') return button;
		const dynamic = variablesOf(button.url).length > 0;
		if (dynamic && !parameter)
			throw new RefusedByWhatsApp(
				131008,
				`buttons: Button at index ${index} of type Url requires a parameter`,
			);
		if (!dynamic && parameter)
			throw new RefusedByWhatsApp(131009, `buttons: Button at index ${index} of type Url takes no parameter`);
		return { ...button, url: fillText('buttons', button.url ?? '', parameter ? [parameter] : []) };
	});
}

/**
 * What WhatsApp makes of a new template. Names need their format, and an authentication template the form that leaves
 * the text to WhatsApp: others are rejected. Of that form WhatsApp writes the texts, and the button becomes a link.
 */
export function review(
	template: Pick<Template, 'category' | 'parameter_format' | 'components'>,
): Pick<Template, 'components' | 'status' | 'rejected_reason'> {
	const { category, components, parameter_format: format } = template;
	const named = components
		.filter(({ type }) => type === 'HEADER' || type === 'BODY')
		.some(({ text }) => variablesOf(text).some((variable) => !/^\d+$/.test(variable)));
	const otp = part(template, 'BUTTONS')?.buttons?.find(({ type }) => type === 'OTP');
	const fits = named === (format === 'NAMED') && (category === 'AUTHENTICATION') === (otp !== undefined);
	if (!fits) return { components, status: 'REJECTED', rejected_reason: 'INVALID_FORMAT' };
	return { components: otp ? authenticationTexts(template, otp) : components, status: 'PENDING' };
}

function authenticationTexts(
	template: Pick<Template, 'components'>,
	otp: TemplateButton,
): TemplateComponent[] {
	const { add_security_recommendation: warns } = part(template, 'BODY') ?? {};
	const { code_expiration_minutes: minutes } = part(template, 'FOOTER') ?? {};
	const warning = warns ? ' For your security, do not share this code.' : '';
	return [
		{
			type: 'BODY',
			text: `{{1}} is your verification code.${warning}`,
			example: { body_text: [['123456']] },
		},
		...(minutes ? [{ type: 'FOOTER' as const, text: `This code expires in ${minutes} minutes.` }] : []),
		{
			type: 'BUTTONS',
			buttons: [
				{
					type: 'URL',
					text: otp.text || 'Copy code',
					url: 'https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}',
					example: ['otp123456'],
				},
			],
		},
	];
}
