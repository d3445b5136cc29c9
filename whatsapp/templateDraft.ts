import { limits } from './limits';
import { isObject, listIn, textIn } from './events/json';
import { isNamed, variablesOf } from './template';
import * as texts from './templateText';

/** A template to be submitted for approval. */
export interface TemplateDraft {
	header?:
		| { format: 'TEXT'; text: string; example?: string }
		| { format: MediaFormat; example: string }
		| { format: 'LOCATION' };
	body: string;
	/** A sample for each variable of the body. */
	bodyExamples: readonly DraftExample[];
	footer?: string;
	buttons: readonly DraftButton[];
}

/** A sample; without its variable it belongs to the one in its place (numbers by their order, names as they appear). */
export interface DraftExample {
	variable?: string;
	value: string;
}

export type MediaFormat = 'IMAGE' | 'VIDEO' | 'DOCUMENT';

export interface DraftButton {
	type: 'QUICK_REPLY' | 'URL' | 'PHONE_NUMBER' | 'COPY_CODE';
	text?: string;
	url?: string;
	phone_number?: string;
	/** A sample of the code, or of the address with its variable filled in. */
	example?: string;
}

/** What is wrong, by the names of the draft's own parts; the problem stands after the part's label. */
export interface DraftProblem {
	part: 'header' | 'headerExample' | 'body' | 'bodyExamples' | 'footer' | 'buttons';
	problem: string;
}

export type DraftComponents = { value: Array<Record<string, unknown>> } | DraftProblem;

/** The components of a new template in WhatsApp's form (Meta, "Template components"), or the first thing wrong. */
export function draftComponents(draft: TemplateDraft): DraftComponents {
	const problem =
		headerProblem(draft) ??
		bodyProblem(draft) ??
		mixtureProblem(draft) ??
		footerProblem(draft) ??
		buttonsProblem(draft);
	if (problem) return problem;
	const { header, body, bodyExamples, footer, buttons } = draft;
	return {
		value: [
			...(header ? [headerComponent(header)] : []),
			{ type: 'BODY', text: body, ...bodyExample(body, bodyExamples) },
			...(footer ? [{ type: 'FOOTER', text: footer }] : []),
			...(buttons.length > 0 ? [{ type: 'BUTTONS', buttons: buttons.map(buttonComponent) }] : []),
		],
	};
}

function headerComponent(header: NonNullable<TemplateDraft['header']>) {
	if (header.format === 'LOCATION') return { type: 'HEADER', format: header.format };
	if (header.format !== 'TEXT') {
		return { type: 'HEADER', format: header.format, example: { header_handle: [header.example] } };
	}
	const { text, example } = header;
	const [variable] = variablesOf(text);
	if (variable === undefined) return { type: 'HEADER', format: 'TEXT', text };
	return {
		type: 'HEADER',
		format: 'TEXT',
		text,
		example: isNamed(variable)
			? { header_text_named_params: [{ param_name: variable, example }] }
			: { header_text: [example] },
	};
}

function bodyExample(body: string, examples: readonly DraftExample[]) {
	const variables = inOrder(body);
	if (variables.length === 0) return {};
	const samples = variables.map((variable, at) => sampleOf(variable, at, examples)?.value);
	return {
		example: variables.some(isNamed)
			? {
					body_text_named_params: variables.map((variable, at) => ({
						param_name: variable,
						example: samples[at],
					})),
				}
			: { body_text: [samples] },
	};
}

/** The variables of a text: numbers by their size, names as they appear. */
const inOrder = (text: string) => {
	const variables = variablesOf(text);
	return variables.some(isNamed) ? variables : variables.sort((a, b) => Number(a) - Number(b));
};

const sampleOf = (variable: string, at: number, examples: readonly DraftExample[]) =>
	examples.find((one) => one.variable === variable) ??
	(examples[at]?.variable === undefined ? examples[at] : undefined);

function buttonComponent({ type, text, url, phone_number: phone, example }: DraftButton) {
	const samples = example ? { example: [example] } : {};
	switch (type) {
		case 'QUICK_REPLY':
			return { type, text };
		case 'URL':
			return { type, text, url, ...samples };
		case 'PHONE_NUMBER':
			return { type, text, phone_number: phone };
		case 'COPY_CODE':
			return { type, ...(text ? { text } : {}), ...samples };
	}
}

function headerProblem({ header }: TemplateDraft): DraftProblem | undefined {
	if (header?.format !== 'TEXT') return undefined;
	const { text, example } = header;
	const problem = texts.headerProblem(text);
	if (problem) return { part: 'header', problem };
	if (variablesOf(text).length > 0 && !example) {
		return { part: 'headerExample', problem: 'nothing is filled in, but the header has a variable' };
	}
	return undefined;
}

function bodyProblem({ body, bodyExamples }: TemplateDraft): DraftProblem | undefined {
	const problem = texts.bodyProblem(body);
	if (problem) return { part: 'body', problem };
	const variables = inOrder(body);
	if (variables.length !== bodyExamples.length) {
		return {
			part: 'bodyExamples',
			problem: `${bodyExamples.length} added, but the body has ${count(variables.length, 'variable', 'variables')}`,
		};
	}
	const missing = variables.find((variable, at) => !sampleOf(variable, at, bodyExamples));
	return missing === undefined
		? undefined
		: { part: 'bodyExamples', problem: `no sample for {{${missing}}}` };
}

function mixtureProblem({ header, body }: TemplateDraft): DraftProblem | undefined {
	const ofHeader = header?.format === 'TEXT' ? variablesOf(header.text) : [];
	const problem = texts.mixtureProblem([...variablesOf(body), ...ofHeader]);
	return problem ? { part: 'body', problem } : undefined;
}

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

function footerProblem({ footer }: TemplateDraft): DraftProblem | undefined {
	const problem = footer === undefined ? undefined : texts.footerProblem(footer);
	return problem ? { part: 'footer', problem } : undefined;
}

function buttonsProblem({ buttons }: TemplateDraft): DraftProblem | undefined {
	const of = (...types: Array<DraftButton['type']>) =>
		buttons.filter(({ type }) => types.includes(type)).length;
	const { quickReplies, actions, copyCodes } = limits.template;
	const problem =
		(of('QUICK_REPLY') > quickReplies
			? `${of('QUICK_REPLY')} quick replies added, the maximum is ${quickReplies}`
			: undefined) ??
		(of('URL', 'PHONE_NUMBER') > actions
			? `${of('URL', 'PHONE_NUMBER')} web and phone buttons added, the maximum is ${actions}`
			: undefined) ??
		(of('COPY_CODE') > copyCodes
			? `${of('COPY_CODE')} buttons that copy a code added, the maximum is ${copyCodes}`
			: undefined) ??
		eachButtonProblem(buttons);
	return problem ? { part: 'buttons', problem } : undefined;
}

function eachButtonProblem(buttons: readonly DraftButton[]): string | undefined {
	const withoutSample = buttons.findIndex(
		({ type, url, example }) => !example && (type === 'COPY_CODE' || variablesOf(url).length > 0),
	);
	const wrongUrl = buttons.map(({ url }) => (url === undefined ? undefined : texts.urlProblem(url)));
	const wrong = wrongUrl.findIndex((problem) => problem !== undefined);
	if (wrong !== -1) return `the address of button ${wrong + 1} is wrong: ${wrongUrl[wrong]}`;
	if (withoutSample !== -1) return `button ${withoutSample + 1} needs a sample`;
	return undefined;
}

/** An authentication template, whose text is WhatsApp's own (Meta, "Copy code authentication templates"). */
export interface AuthenticationDraft {
	/** Adds the sentence that the code must not be shared. */
	securityRecommendation: boolean;
	/** Minutes until the code is invalid, from 1 to 90; without it nothing is said of it. */
	expirationMinutes?: number;
	/** On the button that copies the code; WhatsApp's own words without it. */
	buttonText?: string;
}

/** The components of a new authentication template with a button that copies the code. */
export const authenticationComponents = ({
	securityRecommendation,
	expirationMinutes,
	buttonText,
}: AuthenticationDraft): Array<Record<string, unknown>> => [
	{ type: 'BODY', add_security_recommendation: securityRecommendation },
	...(expirationMinutes === undefined
		? []
		: [{ type: 'FOOTER', code_expiration_minutes: expirationMinutes }]),
	{
		type: 'BUTTONS',
		buttons: [{ type: 'OTP', otp_type: 'COPY_CODE', ...(buttonText ? { text: buttonText } : {}) }],
	},
];

/**
 * What a template says about its variables beside the components: WhatsApp never approves names without it (Meta,
 * "Template components", `parameter_format`). Or what is wrong with them.
 */
export function parameterFormat(
	components: readonly unknown[],
): { value: { parameter_format?: 'named' } } | { problem: string } {
	const variables = textsOf(components).flatMap(variablesOf);
	const problem = texts.mixtureProblem(variables);
	if (problem) return { problem };
	return { value: variables.some(isNamed) ? { parameter_format: 'named' } : {} };
}

/** The header's and the body's text, of the template and of the cards of its carousel. */
function textsOf(components: readonly unknown[]): string[] {
	return components.filter(isObject).flatMap((component) => {
		const cards = (listIn(component, 'cards') ?? []).filter(isObject);
		const inside = cards.flatMap((card) => textsOf(listIn(card, 'components') ?? []));
		const own = ['HEADER', 'BODY'].includes(textIn(component, 'type')?.toUpperCase() ?? '');
		const text = textIn(component, 'text');
		return own && text !== null ? [text, ...inside] : inside;
	});
}
