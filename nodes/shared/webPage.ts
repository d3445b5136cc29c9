import { text } from '../../core/fields/basic';
import type { Shown } from '../../core/fields/basic';
import type { Field } from '../../core/fields/field';
import { refined } from '../../core/fields/field';
import { BadInput } from '../../core/http/errors';

/** A page people open themselves; unlike files that WhatsApp fetches, it may be plain http. */
export const webPage = (shown: Shown): Field<string> => refined(text({ ...shown, trim: true }), pageAddress);

function pageAddress(given: string): string {
	if (URL.canParse(given) && /^https?:$/.test(new URL(given).protocol)) return given;
	throw new BadInput(`"${given}" is not a web address that starts with https:// or http://`);
}
