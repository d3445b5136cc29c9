import type { z } from 'zod';
import { firstProblem } from '../../platform/problem.ts';
import { readJson, type Call } from '../body.ts';
import { ApiError } from '../errors.ts';
import type { HelloAllWorld } from '../settings.ts';

/** The CRM's refusal of a value, with the field it is about. */
export function invalid(field: string, message: string): ApiError {
	const error = { code: 'VALIDATION_ERROR', message: 'Validation failed', details: [{ field, message }] };
	return new ApiError(422, 1009, `${field}: ${message}`, {}, { success: false, error });
}

export async function readCrmBody<T>(c: Call, schema: z.ZodType<T>): Promise<T> {
	return checked(await readJson(c), schema);
}

export function checked<T>(value: unknown, schema: z.ZodType<T>): T {
	const result = schema.safeParse(value);
	if (result.success) return result.data;
	const { kind, where, text } = firstProblem(value, result.error);
	const says = { unknown: 'is not a known field', missing: 'is required', wrong: text };
	throw invalid(where || 'body', says[kind]);
}

/** A list, in `data` or as it is. */
export const listAnswer = (c: Call, world: HelloAllWorld, data: unknown[], more: object = {}): Response =>
	c.json(world.settings.crmLists === 'array' ? data : { success: true, data, ...more });

/** Numbered pages: what the query asks for, and the entries of that page. */
export function numberedPage<T>(
	c: Call,
	all: readonly T[],
	size: number,
	names: readonly string[] = ['limit'],
) {
	const read = (name: string, text: string | undefined, otherwise: number) => {
		if (text === undefined) return otherwise;
		if (!/^[1-9]\d{0,3}$/.test(text)) throw invalid(name, 'must be a positive whole number');
		return Number(text);
	};
	const name = names.find((one) => c.req.query(one) !== undefined) ?? (names[0] as string);
	const page = read('page', c.req.query('page'), 1);
	const limit = read(name, c.req.query(name), size);
	const entries = all.slice((page - 1) * limit, page * limit);
	return { entries, pagination: { page, limit, total: all.length } };
}
