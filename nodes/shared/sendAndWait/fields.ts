import { BadInput } from '../../../core/http/errors';
import { optional, refined, when } from '../../../core/fields/field';
import type { Field, FieldRecord, Values } from '../../../core/fields/field';
import { assertCount, choice, commaList, longText, number, text, toggle } from '../../../core/fields/basic';
import { collection, rows, rowsOrJson } from '../../../core/fields/containers';
import { buttonsProblem } from '../../../whatsapp/interactive';
import { limits } from '../../../whatsapp/limits';
import { personId } from '../../../whatsapp/recipient';
import { buttonsIn } from '../messages/buttons';
import { assertNoProblem } from '../messages/problem';
import { assertValid } from '../recipient';

const { list, buttons } = limits;

/** Room for a choice's own word beside everything else a token holds, within the 200 characters of a row's id. */
const CHOICE_LENGTH = 36;
/** Each of them takes some of that room. */
const MOST_PEOPLE = 6;
const MOST_FORM_FIELDS = 30;

const label = (displayName: string, preset: string, what: string) =>
	text({
		displayName,
		default: preset,
		placeholder: `e.g. ${preset}`,
		description: `${what}, up to ${buttons.title} characters`,
		maxLength: buttons.title,
		trim: true,
	});

const choices = refined(
	rows({
		displayName: 'Choices',
		description: `The answers to choose from, up to ${list.rows}. Up to ${buttons.count} become buttons if each title has at most ${buttons.title} characters and none has a description; otherwise they become a list.`,
		row: 'Choice',
		min: 1,
		max: list.rows,
		short: 'title',
		fields: {
			title: text({
				displayName: 'Title',
				placeholder: 'e.g. Tuesday',
				description: `What the person sees, up to ${list.title} characters`,
				maxLength: list.title,
				trim: true,
			}),
			description: optional(
				text({
					displayName: 'Description',
					placeholder: 'e.g. 10:00 to 12:00',
					description: `A second line, up to ${list.description} characters. If any choice has one, all are shown as a list.`,
					maxLength: list.description,
				}),
			),
			id: optional(
				text({
					displayName: 'ID',
					placeholder: 'e.g. slot-tue',
					description: `Returned as "choice", up to ${CHOICE_LENGTH} characters. If empty, the title is used.`,
					maxLength: CHOICE_LENGTH,
					trim: true,
				}),
			),
		},
	}),
	(given) => {
		assertNoProblem(buttonsProblem(given), ['Choice']);
		return given;
	},
);

const formRows = rows({
	displayName: 'Form Fields',
	description: 'What the page asks for',
	row: 'Field',
	min: 1,
	max: MOST_FORM_FIELDS,
	short: 'label',
	fields: {
		label: text({
			displayName: 'Label',
			placeholder: 'e.g. Delivery date',
			description: 'Label of the field on the page, and the name of its answer in the output',
			trim: true,
		}),
		type: choice({
			displayName: 'Type',
			options: [
				{ name: 'Date', value: 'date' },
				{ name: 'Dropdown', value: 'dropdown' },
				{ name: 'Email', value: 'email' },
				{ name: 'Long Text', value: 'textarea' },
				{ name: 'Number', value: 'number' },
				{ name: 'Text', value: 'text' },
			],
			default: 'text',
			description: 'What can be entered',
		}),
		options: when(
			{ type: ['dropdown'] },
			commaList({
				displayName: 'Options',
				placeholder: 'e.g. Small, Medium, Large',
				description: 'What can be chosen, separated by commas',
			}),
		),
		required: toggle({ displayName: 'Required', description: 'Whether it must be filled in' }),
	},
});

/** The output names each answer by its label: of two equal ones, the first answer would be lost. */
const formFields = refined(formRows, (given) => {
	given.forEach(({ label: name }, at) => {
		if (given.findIndex((field) => field.label === name) === at) return;
		throw new BadInput(
			`must be unique, because the output names each answer by its label ("${name}" is used twice)`,
			[
				{ name: String(at), label: `Field ${at + 1}` },
				{ name: 'label', label: 'Label' },
			],
		);
	});
	return given;
});

export type FormField = typeof formFields extends Field<Array<infer R>> ? R : never;

/** Shown under a condition, each of them. */
const allWhen = <F extends FieldRecord>(shownWhen: Parameters<typeof when>[0], fields: F) =>
	Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, when(shownWhen, field)])) as {
		[K in keyof F]: F[K] extends Field<infer T> ? Field<T | undefined> : never;
	};

const optionsFor = (recipient: Field<string>) =>
	collection({
		fields: {
			alsoAsk: people(MOST_PEOPLE - 1, recipient.read, {
				displayName: 'Also Ask',
				placeholder: 'e.g. 447700900124, 447700900125',
				description: 'More people who get the same question; the first answer counts',
			}),
			answersFrom: people(MOST_PEOPLE, (given) => assertValid(personId(String(given))), {
				displayName: 'Answers From',
				placeholder: 'e.g. 447700900123',
				description:
					'Numbers whose answer in the chat counts, separated by commas. Without this option, everyone who was asked can answer. It has no effect on a page: anyone who has the link can answer there.',
			}),
			confirmation: text({
				displayName: 'Confirmation Message',
				placeholder: 'e.g. Thank you, noted.',
				description:
					'Sent to whoever answered in the chat, once their answer counts. A page shows the Thank-You Text instead.',
				maxLength: limits.text,
				rows: 2,
			}),
			footer: text({
				displayName: 'Footer',
				placeholder: 'e.g. Answer within 2 hours',
				description: `Small print below the question, up to ${limits.interactive.footer} characters`,
				maxLength: limits.interactive.footer,
			}),
			linkLabel: text({
				displayName: 'Link Label',
				placeholder: 'e.g. Answer here',
				description: `Text of the button that opens the page, up to ${limits.urlButton.text} characters`,
				maxLength: limits.urlButton.text,
				trim: true,
			}),
			listLabel: text({
				displayName: 'List Label',
				placeholder: 'e.g. Show dates',
				description: `The text of the button that opens a list of choices, up to ${list.button} characters`,
				maxLength: list.button,
				trim: true,
			}),
			submitLabel: text({
				displayName: 'Submit Label',
				placeholder: 'e.g. Send',
				description: 'Text of the button that submits the page',
				trim: true,
			}),
			thanks: text({
				displayName: 'Thank-You Text',
				placeholder: 'e.g. Thank you. You can close this page.',
				description: 'What the page says once the answer was sent',
			}),
			waitHours: number({
				displayName: 'Time Limit (Hours)',
				default: 24,
				decimals: 'any',
				min: 0.001,
				description:
					'Max hours to wait for an answer before the workflow continues with "timedOut" in its output. Without this option, it waits indefinitely.',
			}),
		},
	});

/** Several people; `read` is how one of them is given. */
function people(most: number, read: Field<string>['read'], shown: Parameters<typeof commaList>[0]) {
	return refined(commaList(shown), (given) => {
		assertCount(given, { max: most });
		return given.map((one) => read(one));
	});
}

/**
 * What was asked, for the page that answers it. While an execution waits, n8n evaluates parameters against the item
 * that goes on at the time limit, which is where `ask` left the question.
 */
const remembered: Field<undefined> = {
	property: {
		displayName: 'Question',
		type: 'hidden',
		default: '={{ $json.question }}',
		description: 'What was asked; filled in by the node itself',
	},
	read: () => undefined,
};

/**
 * What is asked, and how it can be answered. `message`, `responseType` and `approvalOptions` are n8n's own names.
 * @param recipient how the provider wants the people who are asked
 */
export const questionFields = (recipient: Field<string>) => ({
	message: longText({
		displayName: 'Message',
		placeholder: 'e.g. Refund 42.00 for order 1042?',
		description: `The question, up to ${list.body} characters`,
		maxLength: list.body,
	}),
	responseType: choice({
		displayName: 'Response Type',
		options: [
			{ name: 'Approval', value: 'approval', description: 'Two buttons: yes or no' },
			{ name: 'Choice', value: 'choice', description: 'One of up to ten answers' },
			{ name: 'Custom Form', value: 'customForm', description: 'A page with fields of your own' },
			{ name: 'Free Text', value: 'freeText', description: 'A page with one field for any text' },
		],
		description: 'How the person can answer. Texts and forms are filled in on a page that a link opens.',
	}),
	answerThrough: when(
		{ responseType: ['approval', 'choice'] },
		choice({
			displayName: 'Answer Through',
			options: [
				{
					name: 'Buttons in the Chat',
					value: 'chat',
					description:
						'Needs a published workflow, this or another one on this n8n, that has a trigger of this provider with the same credential',
				},
				{ name: 'Link to a Page', value: 'link', description: 'Needs no trigger' },
			],
			description: 'Whether the person taps the answer in WhatsApp or on a page that a link opens',
		}),
	),
	approveLabel: when(
		{ responseType: ['approval'] },
		label('Approve Label', 'Approve', 'Text of the button for yes'),
	),
	declineLabel: when(
		{ responseType: ['approval'] },
		label('Decline Label', 'Decline', 'Text of the button for no'),
	),
	...allWhen(
		{ responseType: ['choice'] },
		rowsOrJson('choices', choices, {
			example: '[{"title": "Tuesday", "id": "tue"}, "Wednesday"]',
			fromJson: buttonsIn,
		}),
	),
	...allWhen(
		{ responseType: ['customForm'] },
		rowsOrJson('formFields', formFields, {
			example: '[{"label": "Size", "type": "dropdown", "options": ["S", "M"], "required": true}, "Remarks"]',
		}),
	),
	options: optionsFor(recipient),
	question: remembered,
});

export type Asked = Values<ReturnType<typeof questionFields>>;
