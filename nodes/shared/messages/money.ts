import { number } from '../../../core/fields/basic';
import type { Shown } from '../../../core/fields/basic';
import type { Field } from '../../../core/fields/field';
import { refined } from '../../../core/fields/field';
import { BadInput } from '../../../core/http/errors';

/** An amount of money with at most two decimals, read as whole hundredths. */
export const money = (options: Shown & { default?: number }): Field<number> =>
	refined(number({ ...options, min: 0, decimals: 2 }), (given) => {
		const hundredths = Math.round(given * 100);
		// Beyond, hundredths are no longer exact.
		if (!Number.isSafeInteger(hundredths)) throw new BadInput(`${given} is too large`);
		if (Number((hundredths / 100).toFixed(2)) !== given) {
			throw new BadInput(`${given} has more than 2 decimals`);
		}
		return hundredths;
	});
