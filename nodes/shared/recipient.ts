import { BadInput } from '../../core/http/errors';
import type { Field } from '../../core/fields/field';
import { asText, text } from '../../core/fields/basic';
import type { Checked } from '../../whatsapp/checked';
import { recipientHint } from './builderHints';

/** What a pure check of whatsapp/ says, as a value or as the user's mistake. @throws BadInput */
export function assertValid<T>(checked: Checked<T>): T {
	if ('value' in checked) return checked.value;
	throw new BadInput(checked.problem, [], checked.advice);
}

/** The person or group a request is about; `check` knows which forms the provider takes. */
export function recipientField(
	check: (typed: string) => Checked<string>,
	shown: { displayName: string; description: string; placeholder: string },
): Field<string> {
	return {
		...text({ ...shown, builderHint: recipientHint }),
		isRecipient: true,
		read: (raw) => assertValid(check(asText(raw))),
	};
}
