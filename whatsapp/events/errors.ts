import { metaError } from '../metaError';
import type { EventError } from './event';
import { isObject, type JsonObject, toText } from './json';

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
	const { code, title: ownTitle, message, details, href } = metaError(error);
	const title = ownTitle ?? message;
	return {
		code: code ?? null,
		title,
		details: details ?? (message === title ? null : message),
		href,
	};
}
