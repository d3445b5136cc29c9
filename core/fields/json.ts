import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../http/errors';
import type { Shown } from './basic';
import type { Field } from './field';
import { isEmpty, refined } from './field';

/** JSON the user writes, or an object an expression yields. */
export function json(options: Shown & { default?: string }): Field<unknown> {
	const { default: preset = '', ...shown } = options;
	return {
		property: { ...shown, type: 'json', default: preset, required: true },
		read(raw) {
			if (isEmpty(raw)) throw new BadInput('nothing is filled in');
			if (typeof raw !== 'string') return raw;
			const parsed = parseJson(raw);
			if (parsed === undefined) throw new BadInput('this is not valid JSON');
			return parsed;
		},
	};
}

/** The same where it has to be an object; `filled` demands at least one value in it. */
export function jsonObject(options: Shown & { default?: string; filled?: boolean }): Field<IDataObject> {
	const { filled = false, ...shown } = options;
	return refined(json(shown), (given) => {
		if (!filled) return asObject(given);
		if (isObject(given) && Object.keys(given).length > 0) return given;
		throw new BadInput('must be a JSON object with at least one value');
	});
}

/** @throws BadInput for anything but an object */
export function asObject(given: unknown): IDataObject {
	if (isObject(given)) return given;
	throw new BadInput('must be an object');
}

const isObject = (given: unknown): given is IDataObject =>
	typeof given === 'object' && given !== null && !Array.isArray(given);

/**
 * The value of a JSON text; undefined when it is none.
 * @throws BadInput for a number that JavaScript cannot hold: its last digits would go out as others
 */
export function parseJson(given: string): unknown {
	let parsed: unknown;
	try {
		parsed = JSON.parse(given.trim());
	} catch {
		return undefined;
	}
	for (const [token] of given.matchAll(STRING_OR_NUMBER)) {
		if (!token.startsWith('"') && losesDigits(token)) {
			throw new BadInput(
				`the number ${token} is too long, so it would lose digits`,
				[],
				'Write it in quotes.',
			);
		}
	}
	return parsed;
}

function losesDigits(token: string): boolean {
	const value = Number(token);
	return !Number.isFinite(value) || (/^-?\d+$/.test(token) && BigInt(value) !== BigInt(token));
}

const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi;
