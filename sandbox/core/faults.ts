import { randomUUID } from 'node:crypto';
import { z } from 'zod';

/** Thrown where the connection is to break; the listener destroys the socket, `handle` rejects. */
export class BrokenConnection extends Error {
	constructor(reason: string) {
		super(`connection broken by the sandbox: ${reason}`);
		this.name = 'BrokenConnection';
	}
}

/** Whether the call is carried out although its answer is spoilt; each kind has its own default. */
const work = z.boolean().optional();

const fault = z.discriminatedUnion('kind', [
	z.strictObject({
		kind: z.literal('status'),
		status: z.number().int().min(200).max(599),
		headers: z.record(z.string(), z.string()).optional(),
		/** An object goes out as JSON, a string as it is; without one the provider's own error form is used. */
		body: z.unknown().optional(),
		work,
	}),
	z.strictObject({ kind: z.literal('resetBefore') }),
	z.strictObject({ kind: z.literal('resetAfter') }),
	/** Holds the connection without an answer, until the caller gives up or `ms` have passed. */
	z.strictObject({ kind: z.literal('timeout'), ms: z.number().positive().optional(), work }),
	z.strictObject({ kind: z.literal('delay'), ms: z.number().nonnegative() }),
	/** A 200 that cannot be read. */
	z.strictObject({
		kind: z.literal('garbage'),
		body: z.string().optional(),
		contentType: z.string().optional(),
		work,
	}),
	/** Fails these positions (0-based) of a bulk call and carries out the others. */
	z.strictObject({
		kind: z.literal('partial'),
		positions: z.array(z.number().int().nonnegative()),
		code: z.number().int().optional(),
	}),
]);

export type Fault = z.infer<typeof fault>;

export const faultRequest = z.strictObject({
	provider: z.string().optional(),
	method: z.string().optional(),
	/** A prefix of the path after the base URL; `*` stands for any text. */
	path: z.string().optional(),
	/** How many matching calls misbehave; all of them when left out. */
	times: z.number().int().positive().optional(),
	/** How many matching calls are left alone first. */
	after: z.number().int().nonnegative().optional(),
	fault,
});

export type FaultRequest = z.infer<typeof faultRequest>;

interface Rule {
	id: string;
	request: FaultRequest;
	pattern: RegExp | undefined;
	/** Matching calls so far. */
	seen: number;
}

export const doesWork = (fault: Fault): boolean => {
	if (fault.kind === 'resetBefore') return false;
	if (fault.kind === 'status') return fault.work ?? false;
	return 'work' in fault ? (fault.work ?? true) : true;
};

/** The misbehaviour asked for, in the order it was asked. */
export class Faults {
	#rules: Rule[] = [];

	add(request: FaultRequest): string {
		const id = randomUUID();
		this.#rules.push({ id, request, pattern: request.path ? toPattern(request.path) : undefined, seen: 0 });
		return id;
	}

	/** False when there is no such fault. */
	remove(id: string): boolean {
		const before = this.#rules.length;
		this.#rules = this.#rules.filter((rule) => rule.id !== id);
		return this.#rules.length < before;
	}

	clear(): void {
		this.#rules = [];
	}

	list(): Array<FaultRequest & { id: string; seen: number }> {
		return this.#rules.map(({ id, request, seen }) => ({ ...request, id, seen }));
	}

	/** The fault for this call, if any, and counts the call. */
	take(call: { provider: string; method: string; path: string }): Fault | undefined {
		for (const rule of this.#rules) {
			const { provider, method, times = Infinity, after = 0, fault } = rule.request;
			if (provider && provider !== call.provider) continue;
			if (method && method.toUpperCase() !== call.method) continue;
			if (
				rule.pattern &&
				!rule.pattern.test(call.path) &&
				!rule.pattern.test(`/${call.provider}${call.path}`)
			)
				continue;
			const turn = rule.seen - after;
			if (turn >= times) continue;
			rule.seen += 1;
			if (turn >= 0) return fault;
		}
		return undefined;
	}
}

function toPattern(path: string): RegExp {
	const escaped = path.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
	return new RegExp(`^${escaped.join('.*')}`);
}
