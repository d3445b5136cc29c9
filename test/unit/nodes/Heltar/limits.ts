import { BadInput } from '../../../../core/http/errors';
import type { Operation } from '../../../../core/run/operation';
import { readRecord } from '../../../../core/fields/record';

export type Parameters = Record<string, unknown>;

/** What the user is told, or undefined when the message can go out. */
export function problem(operation: Operation, parameters: Parameters): string | undefined {
	const { fields, entry, messages } = operation;
	const given: Parameters = { clientWaNumber: '447700900123', ...parameters };
	try {
		const values = readRecord(fields, (name) => given[name] ?? fields[name].property.default) as never;
		for (const message of messages?.(values).each ?? [values]) entry?.(message as never, undefined);
		return undefined;
	} catch (error) {
		if (error instanceof BadInput) return error.message;
		throw error;
	}
}

/** So many characters, each of which is two UTF-16 units: WhatsApp counts code points. */
export const chars = (count: number) => '🙂'.repeat(count);
/** So many entries that differ. */
export const many = <T>(count: number, entry: (at: number) => T): T[] =>
	Array.from({ length: count }, (_, at) => entry(at));

/** A limit of an operation: what just fits, what no longer does, and what the user reads then. */
export type Limit = [limit: string, operation: Operation, fits: Parameters, not: Parameters, told: string];

export function testLimits(limits: Limit[]): void {
	test.each(limits)('%s', (_, operation, fits, not, told) => {
		expect(problem(operation, fits)).toBeUndefined();
		expect(problem(operation, not)).toContain(told);
	});
}
