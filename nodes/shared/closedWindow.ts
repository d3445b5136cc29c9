import type { Field, FieldRecord } from '../../core/fields/field';
import { when } from '../../core/fields/field';
import { choice } from '../../core/fields/basic';

type WhenClosed = 'fail' | 'template';

/**
 * The option that sends a template to people who have not written for 24 hours, and who get no text because of that.
 * @param how how the provider finds out
 */
export const whenWindowClosed = (how: string): Field<WhenClosed> =>
	choice({
		displayName: 'If the Window Is Closed',
		description:
			'What to do for a recipient who wrote more than 24 hours ago or never, and who can get only templates',
		options: [
			{ name: 'Fail', value: 'fail', description: 'The message is not delivered' },
			{
				name: 'Send Template',
				value: 'template',
				description: `Send the template below in place of the text, at the price of a template. ${how}`,
			},
		],
	});

/** The fields of the template, shown while it is wanted. They stand below the options. */
export const closedWindowFields = <F extends FieldRecord>(
	template: F,
): { [K in keyof F]: F[K] extends Field<infer T> ? Field<T | undefined> : never } =>
	Object.fromEntries(
		Object.entries(template).map(([name, field]) => [
			name,
			when({ 'options.whenWindowClosed': ['template'] }, field),
		]),
	) as never;

export const wantsTemplate = (options: unknown): boolean =>
	(options as { whenWindowClosed?: WhenClosed } | undefined)?.whenWindowClosed === 'template';
