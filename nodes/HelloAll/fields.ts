import { BadInput } from '../../core/http/errors';
import type { Field } from '../../core/fields/field';
import { refined } from '../../core/fields/field';
import { text } from '../../core/fields/basic';

/** The description of something that Hello All's own collection does not list. */
export const undocumented = (description: string) =>
	`${description}. Hello All does not document this, so it may not work with your account.`;

/** The description of something that an account of API style Cloud does not have (see styles.ts). */
export const classicOnly = (description: string) =>
	description.endsWith('.')
		? `${description} API style Classic only.`
		: `${description}; API style Classic only`;

/** What the provider's silence about such a path means. */
export const notAvailable = (what: string) => `Your Hello All account does not support ${what}`;

/** An id as it goes into a path. @throws BadInput for one that would name another place there */
export function idInPath(given: string): string {
	if (/^\.{1,2}$/.test(given)) throw new BadInput(`"${given}" is not a valid ID`);
	return given;
}

/** An id of the provider's; spaces around it are a slip of copying. */
export const id = (shown: { displayName: string; placeholder: string; description: string }): Field<string> =>
	refined(text({ ...shown, trim: true }), idInPath);
