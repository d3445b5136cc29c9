import { limits } from './limits';
import { variablesOf } from './template';
import * as texts from './templateText';

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
		...(variablesOf(text).length > 0 ? { example: { header_text: [example] } } : {}),
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

function headerProblem({ header }: TemplateDraft): DraftProblem | undefined {
	if (header?.format !== 'TEXT') return undefined;
	const { text, example } = header;
	const problem = texts.headerProblem(text);
	if (problem) return { part: 'header', problem };
	if (variablesOf(text).length > 0 && !example) {
		return { part: 'headerExample', problem: 'is empty, but the header has a variable' };
	}
	return undefined;
}

function bodyProblem({ body, bodyExamples }: TemplateDraft): DraftProblem | undefined {
	const problem = texts.bodyProblem(body);
	if (problem) return { part: 'body', problem };
	const variables = variablesOf(body).length;
	if (variables === bodyExamples.length) return undefined;
	return {
		part: 'bodyExamples',
		problem: `has ${count(bodyExamples.length, 'entry', 'entries')}, but the body has ${count(variables, 'variable', 'variables')}`,
	};
}

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

function footerProblem({ footer }: TemplateDraft): DraftProblem | undefined {
	const problem = footer === undefined ? undefined : texts.footerProblem(footer);
	return problem ? { part: 'footer', problem } : undefined;
}

function buttonsProblem({ buttons }: TemplateDraft): DraftProblem | undefined {
	const of = (...types: Array<DraftButton['type']>) =>
		buttons.filter(({ type }) => types.includes(type)).length;
	const { quickReplies, actions } = limits.template;
	const problem =
		(of('QUICK_REPLY') > quickReplies
			? `have ${of('QUICK_REPLY')} quick replies, at most ${quickReplies} are allowed`
			: undefined) ??
		(of('URL', 'PHONE_NUMBER') > actions
			? `have ${of('URL', 'PHONE_NUMBER')} web and phone buttons, at most ${actions} are allowed`
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
