import { BadInput } from '../../core/http/errors';
import type { Field } from '../../core/fields/field';
import { refined } from '../../core/fields/field';
import { text } from '../../core/fields/basic';

/** An email address. */
export const email = (options: { description: string; maxLength?: number }): Field<string> =>
	refined(
		text({ displayName: 'Email', placeholder: 'e.g. dana@example.org', trim: true, ...options }),
		(given) => {
			if (/^[^\s@]+@[^\s@]+$/.test(given)) return given;
			throw new BadInput(`"${given}" is not an email address`);
		},
	);
