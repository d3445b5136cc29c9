import type { IDataObject } from 'n8n-workflow';

import type { FormField } from './fields';
import type { Submitted } from './page';
import { ANSWER, nameOf } from './page';
import type { Question } from './question';

/** What the execution goes on with. */
export type Response = {
	approved: boolean | null;
	choice: string | null;
	text: string | null;
	/** Who answered; null on a page, which anybody who has the link can open. */
	from: string | null;
	/** ISO 8601. */
	respondedAt: string;
	/** The answers to a form, by label. */
	data?: IDataObject;
};

/** Reads what a page sent. A browser checks fields before; whoever sends by other means is checked here. */
export function readSubmission(
	{ answers, fields = [], isText }: Question,
	sent: Submitted,
	respondedAt: string,
): { response: Response } | { problem: string } {
	const nothing = { approved: null, choice: null, text: null, from: null, respondedAt };
	if (answers) {
		const answer = answers[Number(sent[ANSWER] ?? NaN)];
		if (!answer) return { problem: 'Please choose one of the answers.' };
		const approved = answer.kind === 'choose' ? null : answer.kind === 'approve';
		return { response: { ...nothing, approved, choice: answer.choice, text: answer.title } };
	}
	const data: IDataObject = {};
	for (const [at, field] of fields.entries()) {
		const read = readField(field, sent[nameOf(at)]);
		if ('problem' in read) return { problem: `${field.label}: ${read.problem}` };
		data[field.label] = read.value;
	}
	const [only] = fields;
	return {
		response: isText && only ? { ...nothing, text: String(data[only.label]) } : { ...nothing, data },
	};
}

function readField(
	{ type, options = [], required }: FormField,
	given: unknown,
): { value: string | number | null } | { problem: string } {
	const value = typeof given === 'string' ? given.trim() : '';
	if (value === '') return required ? { problem: 'please fill this in.' } : { value: null };
	switch (type) {
		case 'number':
			return Number.isFinite(Number(value))
				? { value: Number(value) }
				: { problem: 'please enter a number.' };
		case 'dropdown':
			return options.includes(value) ? { value } : { problem: 'please choose one of the options.' };
		case 'email':
			return /^\S+@\S+$/.test(value) ? { value } : { problem: 'please enter an email address.' };
		case 'date':
			return Number.isNaN(Date.parse(value)) ? { problem: 'please enter a date.' } : { value };
		default:
			return { value };
	}
}
