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

/** Up to three buttons whose titles come back as the person's answer. In JSON a text or a number is a button's title. */
export const buttonFields = () => {
	const list = rows({
		displayName: 'Buttons',
		description: `The answers to choose from: 1 to ${limits.buttons.count} buttons`,
		row: 'Button',
		min: 1,
		max: limits.buttons.count,
		short: 'title',
		fields: {
			title: text({
				displayName: 'Title',
				placeholder: 'e.g. Morning',
				description: `Button text, up to ${limits.buttons.title} characters`,
				maxLength: limits.buttons.title,
				trim: true,
			}),
			id: optional(
				text({
					displayName: 'ID',
					placeholder: 'e.g. slot-morning',
					description: 'Returned with the answer. If empty, the title is used.',
					maxLength: limits.buttons.id,
					trim: true,
				}),
			),
		},
	});
	const checked = refined(list, (buttons) => {
		assertNoProblem(buttonsProblem(buttons), ['Button']);
		return buttons;
	});
	return rowsOrJson('buttons', checked, {
		example: '[{"title": "Morning", "id": "am"}, "Afternoon"]',
		fromJson: buttonsIn,
	});
};

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
