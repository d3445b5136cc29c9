import type { EventError } from './event';
import { given, isObject, type JsonObject, objectIn, textIn, toText } from './json';

/** A list of errors as either API words them: `title` or `message`, `details` or `error_data.details`. */
export function readErrors(list: unknown): EventError[] {
	const errors: unknown[] = Array.isArray(list) ? list : isObject(list) ? [list] : [];
	return errors.flatMap((error): EventError[] => {
		if (isObject(error)) return [readError(error)];
		const title = toText(error);
		return title === null ? [] : [{ code: null, title, details: null, href: null }];
	});
}

function readError(error: JsonObject): EventError {
	const title = textIn(error, 'title', 'message');
	const message = textIn(error, 'message');
	return {
		code: given(error, 'code') ?? null,
		title,
		details:
			textIn(error, 'details') ??
			textIn(objectIn(error, 'error_data'), 'details') ??
			(message === title ? null : message),
		href: textIn(error, 'href'),
	};
}
