import type { Field, FieldRecord } from '../../core/fields/field';
import { when } from '../../core/fields/field';
import { choice } from '../../core/fields/basic';

type WhenClosed = 'fail' | 'template';

/**
 * For people who have not written for 24 hours, and who get no text because of that.
 * @param how how the provider finds out, as the end of a sentence
 */
const whenWindowClosed = (how: string): Field<WhenClosed> =>
	choice({
		displayName: 'If the Window Is Closed',
		description:
			'What to do if the recipient has not written in the last 24 hours, so that WhatsApp allows only templates',
		options: [
			{
				name: 'Fail',
				value: 'fail',
				description: 'Send the text anyway: it fails, at once or with a later status',
			},
			{
				name: 'Send Template',
				value: 'template',
				description: `Send the template below instead, billed as a template; ${how}`,
			},
		],
	});

/**
 * What to do once the window is closed, and the template for it, shown while it is wanted. They are no options because n8n
 * can show a parameter by the value of another one, but not by that of an option.
 */
export const closedWindowFields = <F extends FieldRecord>(how: string, template: F): ClosedWindowFields<F> =>
	({
		whenWindowClosed: whenWindowClosed(how),
		...Object.fromEntries(
			Object.entries(template).map(([name, field]) => [
				name,
				when({ whenWindowClosed: ['template'] }, field),
			]),
		),
	}) as ClosedWindowFields<F>;

type ClosedWindowFields<F extends FieldRecord> = { whenWindowClosed: Field<WhenClosed> } & {
	[K in keyof F]: F[K] extends Field<infer T> ? Field<T | undefined> : never;
};

export const wantsTemplate = (values: Record<string, unknown>): boolean =>
	values.whenWindowClosed === 'template';
