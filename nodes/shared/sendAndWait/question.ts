import { BadInput } from '../../../core/http/errors';
import { lengthOf } from '../../../whatsapp/characters';
import type { Interactive, Option } from '../../../whatsapp/interactive';
import { interactive, listOfOptions, replyButtons } from '../../../whatsapp/interactive';
import { limits } from '../../../whatsapp/limits';
import type { Asked, FormField } from './fields';
import type { AnswerKind } from './token';

/** One way to answer. */
export interface Answer {
	kind: AnswerKind;
	title: string;
	description?: string;
	/** What comes out as `choice`. */
	choice: string;
}

/** What is kept of a question while an execution waits. It goes on with the item that comes out at the time limit. */
export interface Question {
	/**
	 * Tells it from the other questions the same node asks in the same execution: in a loop, or for an agent. Part of the
	 * address that answers it.
	 */
	id: string;
	to: string;
	message: string;
	/** What the page asks for; absent where the answer is tapped in the chat. */
	fields?: FormField[];
	answers?: Answer[];
	isText?: boolean;
	confirmation?: string;
	submitLabel?: string;
	thanks?: string;
}

/** The answers to choose from; none where the person writes one. */
export function answersOf(asked: Asked): Answer[] {
	if (asked.responseType === 'approval') {
		const { approveLabel = '', declineLabel = '' } = asked;
		if (approveLabel === declineLabel) {
			throw new BadInput(`"${declineLabel}" is also the Approve Label`, [
				{ name: 'declineLabel', label: 'Decline Label' },
			]);
		}
		return [
			{ kind: 'approve', title: approveLabel, choice: approveLabel },
			{ kind: 'decline', title: declineLabel, choice: declineLabel },
		];
	}
	const given = asked.choices ?? asked.choicesJson ?? [];
	return given.map(({ id, title, description }) => ({
		kind: 'choose',
		title,
		description,
		choice: id ?? title,
	}));
}

const TEXT_FIELD: FormField = { label: 'Answer', type: 'textarea', options: undefined, required: true };

/** What the page asks for. */
export function fieldsOf(asked: Asked): FormField[] | undefined {
	if (asked.responseType === 'freeText') return [TEXT_FIELD];
	return asked.formFields ?? asked.formFieldsJson;
}

/**
 * The question with its answers to tap: as buttons where they fit, otherwise as a list.
 * @param idOf what a button or row carries home
 */
export function inChat(asked: Asked, idOf: (answer: Answer) => string): Interactive {
	const answers = answersOf(asked).map((answer): Option & { id: string } => ({
		id: idOf(answer),
		title: answer.title,
		...(answer.description ? { description: answer.description } : {}),
	}));
	const { message, options } = asked;
	const fitsButtons =
		answers.length <= limits.buttons.count &&
		answers.every(({ title, description }) => !description && lengthOf(title) <= limits.buttons.title) &&
		lengthOf(message) <= limits.interactive.body;
	const most = fitsButtons ? limits.buttons.id : limits.list.id;
	if (answers.some(({ id }) => id.length > most)) {
		throw new BadInput(
			'each button carries all numbers entered in Answers From and the ID of its choice, which is too long for WhatsApp',
			[{ name: 'options', label: 'Options' }],
			'Let fewer people answer, or give the choices shorter IDs.',
		);
	}
	const texts = { body: message, footer: options.footer };
	return fitsButtons
		? interactive('button', texts, replyButtons(answers))
		: interactive('list', texts, listOfOptions(options.listLabel ?? 'Answer', [{ rows: answers }]));
}

/** The question with a link to the page that takes the answer. */
export interface LinkedQuestion {
	message: string;
	footer?: string;
	label: string;
	url: string;
}

export const byLink = ({ message, options }: Asked, url: string): LinkedQuestion => ({
	message,
	footer: options.footer,
	label: options.linkLabel ?? 'Answer',
	url,
});

/**
 * The same as plain text, for services without URL buttons and for texts too long for one.
 * @throws BadInput when it is too long for a message
 */
export function linkAsText({ message, footer, label, url }: LinkedQuestion): string {
	const text = [message, `${label}: ${url}`, footer].filter(Boolean).join('\n\n');
	if (lengthOf(text) > limits.text) {
		throw new BadInput(
			`${lengthOf(message)} characters, ${lengthOf(text)} with the link below it: the maximum is ${limits.text}`,
			[{ name: 'message', label: 'Message' }],
		);
	}
	return text;
}
