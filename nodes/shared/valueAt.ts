import type { JsonObject } from '../../whatsapp/events/json';

/** What stands at a path such as `errors.0.title`; undefined where the answer has no such place. */
export function valueAt(body: unknown, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>(
			(value, key) =>
				typeof value === 'object' && value !== null && Object.hasOwn(value, key)
					? (value as JsonObject)[key]
					: undefined,
			body,
		);
}
