import { optional, refined } from '../../../core/fields/field';
import { text } from '../../../core/fields/basic';
import { listOf, rows, rowsOrJson } from '../../../core/fields/containers';
import { isObject } from '../../../whatsapp/events/json';
import { buttonsProblem, interactive, replyButtons } from '../../../whatsapp/interactive';
import type { Option } from '../../../whatsapp/interactive';
import { limits } from '../../../whatsapp/limits';
import { assertNoProblem } from './problem';
import { bodyField, footerField, headerFields, headerOf } from './interactiveParts';
import type { MoreHeaderFiles } from './interactiveParts';
import { defineInteractive } from './kind';

interface ReplyButtonTexts {
	description: string;
	/** An example of a title, and of an ID. */
	examples: readonly [title: string, id: string];
	/** What stands for an ID that is left empty. */
	withoutId: string;
}

/** Rows of buttons whose titles come back as the person's answer. */
export const replyButtonRows = (texts: ReplyButtonTexts, limit: { max?: number } = {}) =>
	refined(
		rows({
			displayName: 'Buttons',
			description: texts.description,
			row: 'Button',
			min: 1,
			...limit,
			short: 'title',
			fields: {
				title: text({
					displayName: 'Title',
					placeholder: `e.g. ${texts.examples[0]}`,
					description: `Button text, up to ${limits.buttons.title} characters`,
					maxLength: limits.buttons.title,
					trim: true,
				}),
				id: optional(
					text({
						displayName: 'ID',
						placeholder: `e.g. ${texts.examples[1]}`,
						description: `Returned with the answer. ${texts.withoutId}`,
						maxLength: limits.buttons.id,
						trim: true,
					}),
				),
			},
		}),
		(buttons) => {
			assertNoProblem(buttonsProblem(buttons), ['Button']);
			return buttons;
		},
	);

/** Up to three buttons. In JSON a text or a number is a button's title. */
export const buttonFields = () =>
	rowsOrJson(
		'buttons',
		replyButtonRows(
			{
				description: `The answers to choose from: 1 to ${limits.buttons.count} buttons`,
				examples: ['Morning', 'slot-morning'],
				withoutId: 'If empty, the title is used.',
			},
			{ max: limits.buttons.count },
		),
		{ example: '[{"title": "Morning", "id": "am"}, "Afternoon"]', fromJson: buttonsIn },
	);

/** Buttons in JSON: also in WhatsApp's own form, `{"type": "reply", "reply": {"id": …, "title": …}}`. */
export const buttonsIn = (given: unknown): unknown[] =>
	listOf(given).map((button) => (isObject(button) && isObject(button.reply) ? button.reply : button));

/** The action of type `button` from the values of `buttonFields`. */
export const buttonsAction = (values: { buttons?: readonly Option[]; buttonsJson?: readonly Option[] }) =>
	replyButtons(values.buttons ?? values.buttonsJson ?? []);

/** A question with buttons for the answer: `interactive` of type `button`. */
export const replyButtonsMessage = (files?: MoreHeaderFiles) =>
	defineInteractive({
		fields: { ...headerFields(files), body: bodyField(), footer: footerField(), ...buttonFields() },
		interactive: ({ body, footer, ...values }) =>
			interactive('button', { header: headerOf(values), body, footer }, buttonsAction(values)),
	});
