import type { Context } from 'hono';
import { z } from 'zod';
import type { SandboxEnv } from '../core/provider.ts';
import { summarizeBody } from '../core/requestLog.ts';
import { firstProblem } from '../platform/problem.ts';
import { ApiError, missing } from './errors.ts';
import type { HelloAllWorld } from './settings.ts';

export type Call = Context<SandboxEnv>;
/** Serves one call of one endpoint. */
export type Handler = (c: Call, world: HelloAllWorld) => Response | Promise<Response>;

/** Texts are there or left out: an empty one counts as missing. */
export const filled = z.string().min(1);
const codePoints = (text: string) => [...text].length;
/** Text of at most so many characters, counted as WhatsApp does: code points. */
export const text = (most: number, code = 1009) =>
	filled.refine((value) => codePoints(value) <= most, {
		error: `must be at most ${most} characters long`,
		params: { code },
	});

export async function readJson(c: Call): Promise<unknown> {
	return parseJson(await c.req.text());
}

function parseJson(content: string): unknown {
	if (content === '') throw missing('The request has no body');
	try {
		return JSON.parse(content) as unknown;
	} catch {
		throw new ApiError(400, 1009, 'The body is not valid JSON');
	}
}

export async function readBody<T>(c: Call, schema: z.ZodType<T>): Promise<T> {
	return validate(await readJson(c), schema);
}

/** The JSON body of a GET, which web requests cannot carry and only the socket shows; undefined without one. */
export async function readGetJson(c: Call): Promise<unknown> {
	const incoming = c.env?.incoming;
	if (!incoming) return undefined;
	const chunks: Buffer[] = [];
	for await (const chunk of incoming) chunks.push(chunk as Buffer);
	const bytes = Buffer.concat(chunks);
	if (bytes.length === 0) return undefined;
	c.set('bodySummary', summarizeBody(bytes, c.req.header('content-type')));
	return parseJson(bytes.toString());
}

/** The value as the schema has it, or the first thing wrong with it in WhatsApp's codes. */
export function validate<T>(value: unknown, schema: z.ZodType<T>): T {
	const result = schema.safeParse(value);
	if (result.success) return result.data;
	const { kind, where, text: what, code } = firstProblem(value, result.error);
	if (kind === 'unknown') throw new ApiError(400, 1010, `${where} is not a known parameter`);
	if (kind === 'missing') throw missing(`${where || 'The body'} is required`);
	throw new ApiError(400, code ?? 1009, `${where || 'The body'}: ${what}`);
}

export const pathValue = (c: Call, name: string) => c.req.param(name) as string;
