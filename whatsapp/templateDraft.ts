import { limits } from './limits';
import { variablesOf } from './template';

/** A template to be submitted for approval. */
export interface TemplateDraft {
	header?: { format: 'TEXT'; text: string; example?: string } | { format: MediaFormat; example: string };
	body: string;
	/** A sample for each variable of the body, in their order. */
	bodyExamples: readonly string[];
	footer?: string;
	buttons: readonly DraftButton[];
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

/** What is wrong, by the names of the draft's own parts; the problem reads on after the part's label. */
export interface DraftProblem {
	part: 'header' | 'headerExample' | 'body' | 'bodyExamples' | 'footer' | 'buttons';
	problem: string;
}

export type DraftComponents = { value: Array<Record<string, unknown>> } | DraftProblem;

const NAME = /^[a-z0-9_]{1,512}$/;

/** What is wrong with a template's name (Meta, "Message templates"). */
export function nameProblem(name: string): string | undefined {
	if (NAME.test(name)) return undefined;
	return name.length > 512
		? `has ${name.length} characters, at most 512 are allowed`
		: `is "${name}", but may hold only lower-case letters, digits and underscores`;
}

/** The components of a new template in WhatsApp's form (Meta, "Template components"), or the first thing wrong. */
export function draftComponents(draft: TemplateDraft): DraftComponents {
	const problem = headerProblem(draft) ?? bodyProblem(draft) ?? footerProblem(draft) ?? buttonsProblem(draft);
	if (problem) return problem;
	const { header, body, bodyExamples, footer, buttons } = draft;
	return {
		value: [
			...(header ? [headerComponent(header)] : []),
			{
				type: 'BODY',
				text: body,
				...(bodyExamples.length > 0 ? { example: { body_text: [[...bodyExamples]] } } : {}),
			},
			...(footer ? [{ type: 'FOOTER', text: footer }] : []),
			...(buttons.length > 0 ? [{ type: 'BUTTONS', buttons: buttons.map(buttonComponent) }] : []),
		],
	};
}

function headerComponent(header: NonNullable<TemplateDraft['header']>) {
	if (header.format !== 'TEXT') {
		return { type: 'HEADER', format: header.format, example: { header_handle: [header.example] } };
	}
	const { text, example } = header;
	return {
		type: 'HEADER',
		format: 'TEXT',
		text,
		...(example ? { example: { header_text: [example] } } : {}),
	};
}

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

const tooLong = (text: string, most: number) =>
	[...text].length > most ? `has ${[...text].length} characters, at most ${most} are allowed` : undefined;

function headerProblem({ header }: TemplateDraft): DraftProblem | undefined {
	if (header?.format !== 'TEXT') return undefined;
	const { text, example } = header;
	const variables = variablesOf(text);
	const problem =
		tooLong(text, limits.template.header) ??
		(variables.length > 1 ? `has ${variables.length} variables, a header takes one` : undefined);
	if (problem) return { part: 'header', problem };
	if (variables.length === 1 && !example) {
		return { part: 'headerExample', problem: 'is empty, but the header has a variable' };
	}
	return undefined;
}

function bodyProblem({ body, bodyExamples }: TemplateDraft): DraftProblem | undefined {
	const problem = tooLong(body, limits.template.body) ?? placesProblem(body);
	if (problem) return { part: 'body', problem };
	const variables = variablesOf(body).length;
	if (variables === bodyExamples.length) return undefined;
	return {
		part: 'bodyExamples',
		problem: `are ${bodyExamples.length}, but the body has ${variables} variables`,
	};
}

/** Numbered variables count up without gaps, and none stands at an end of the text or right beside another. */
function placesProblem(body: string): string | undefined {
	const variables = variablesOf(body);
	const numbers = variables.filter((name) => /^\d+$/.test(name)).map(Number);
	if (numbers.length < variables.length) {
		return 'has named variables: number them {{1}}, {{2}} and so on, or give the components as JSON';
	}
	const gap = [...numbers].sort((a, b) => a - b).findIndex((number, at) => number !== at + 1);
	if (gap !== -1) return `has no variable {{${gap + 1}}}, but later ones`;
	const text = body.trim();
	if (/^\{\{\s*\w+\s*\}\}/.test(text) || /\{\{\s*\w+\s*\}\}$/.test(text)) {
		return 'begins or ends with a variable, which WhatsApp refuses';
	}
	return /\}\}\s*\{\{/.test(text) ? 'has two variables side by side, which WhatsApp refuses' : undefined;
}

function footerProblem({ footer }: TemplateDraft): DraftProblem | undefined {
	if (footer === undefined) return undefined;
	const problem =
		tooLong(footer, limits.template.footer) ??
		(variablesOf(footer).length > 0 ? 'has a variable, which a footer cannot have' : undefined);
	return problem ? { part: 'footer', problem } : undefined;
}

function buttonsProblem({ buttons }: TemplateDraft): DraftProblem | undefined {
	const count = (...types: Array<DraftButton['type']>) =>
		buttons.filter(({ type }) => types.includes(type)).length;
	const { quickReplies, actions } = limits.template;
	const problem =
		(count('QUICK_REPLY') > quickReplies
			? `have ${count('QUICK_REPLY')} quick replies, at most ${quickReplies} are allowed`
			: undefined) ??
		(count('URL', 'PHONE_NUMBER') > actions
			? `have ${count('URL', 'PHONE_NUMBER')} web and phone buttons, at most ${actions} are allowed`
			: undefined) ??
		eachButtonProblem(buttons);
	return problem ? { part: 'buttons', problem } : undefined;
}

function eachButtonProblem(buttons: readonly DraftButton[]): string | undefined {
	const withoutSample = buttons.findIndex(
		({ type, url, example }) => !example && (type === 'COPY_CODE' || variablesOf(url).length > 0),
	);
	if (withoutSample !== -1) return `have no sample for button ${withoutSample + 1}, which WhatsApp wants`;
	return undefined;
}
