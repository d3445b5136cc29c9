import type { Field } from './field';

/** A text for the user between other fields; it has no value. */
export function notice(text: string): Field<undefined> {
	return { property: { displayName: text, type: 'notice', default: '' }, read: () => undefined };
}
