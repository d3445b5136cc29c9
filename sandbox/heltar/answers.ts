import { Hono, type Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import { BrokenConnection } from '../core/faults.ts';
import type { SandboxEnv } from '../core/provider.ts';

const TYPES: Record<number, string> = {
	400: 'BadRequest',
	401: 'Unauthorized',
	403: 'Forbidden',
	404: 'NotFound',
	409: 'Conflict',
	422: 'ValidationError',
	429: 'TooManyRequests',
	503: 'ServiceUnavailable',
};

/** Heltar API, errors: `errorType` mirrors the status, `errorRaw` holds what lies behind it. */
export function errorBody(status: number, errorMessage: string, errorRaw: unknown = null) {
	return {
		errorType: TYPES[status] ?? 'InternalServerError',
		errorMessage,
		errorsValidation: null,
		errorRaw,
	};
}

/** Thrown by a route to answer with Heltar's error envelope. */
export class ApiError extends Error {
	readonly status: number;
	readonly raw: unknown;
	readonly headers: Record<string, string>;

	constructor(status: number, message: string, raw: unknown = null, headers: Record<string, string> = {}) {
		super(message);
		this.status = status;
		this.raw = raw;
		this.headers = headers;
	}
}

/** A group of routes with Heltar's way of answering errors. */
export function heltarRoutes(): Hono<SandboxEnv> {
	const app = new Hono<SandboxEnv>();
	app.onError((error, c) => {
		if (error instanceof BrokenConnection) throw error;
		if (error instanceof ApiError)
			return c.json(
				errorBody(error.status, error.message, error.raw),
				error.status as ContentfulStatusCode,
				error.headers,
			);
		// A caller who gave up half-way is no fault of ours.
		if (!c.req.raw.signal.aborted) console.error('sandbox, heltar:', error);
		return c.json(errorBody(500, 'Something went wrong. Please try again later.'), 500);
	});
	return app;
}

export function answer(c: Context, message: string, data?: unknown, status: ContentfulStatusCode = 200) {
	return c.json(data === undefined ? { message } : { message, data }, status);
}

/** The body as the schema has it; the first thing wrong with it becomes the 400. */
export async function readBody<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
	let value: unknown;
	try {
		value = JSON.parse(await c.req.text());
	} catch {
		throw new ApiError(400, 'Unexpected token in JSON: the body is not valid JSON');
	}
	return validate(value, schema);
}

export function readQuery<T>(c: Context, schema: z.ZodType<T>): T {
	return validate(c.req.query(), schema);
}

export function validate<T>(value: unknown, schema: z.ZodType<T>): T {
	const result = schema.safeParse(value);
	if (result.success) return result.data;
	throw new ApiError(400, firstProblem(result.error));
}

/** "messages[0].message: …": the first failing field, the way the API words it. */
export function firstProblem(error: z.ZodError): string {
	const [issue] = error.issues;
	if (!issue) return 'Validation failed';
	const path = issue.path.reduce<string>(
		(text, step) =>
			typeof step === 'number' ? `${text}[${step}]` : text ? `${text}.${String(step)}` : String(step),
		'',
	);
	return path ? `${path}: ${issue.message}` : issue.message;
}
