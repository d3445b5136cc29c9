import type { z } from 'zod';

/** The first thing wrong with a value: a field nobody knows, one that is not there, or one that is not as it should be. */
export interface Problem {
	kind: 'unknown' | 'missing' | 'wrong';
	/** Path of the field, joined by dots; empty for the value as a whole. */
	where: string;
	/** What a field has to be; for an unknown one its name stands in `where`. */
	text: string;
	/** WhatsApp's code for it, where the schema names one. */
	code?: number;
}

/** What Zod found, as the providers' answers tell it: one problem, in the order of the fields. */
export function firstProblem(value: unknown, error: z.ZodError): Problem {
	const issue = error.issues[0] as z.core.$ZodIssue;
	const where = issue.path.map(String).join('.');
	if (issue.code === 'unrecognized_keys')
		return { kind: 'unknown', where: [where, issue.keys[0]].filter(Boolean).join('.'), text: issue.message };
	const given = issue.path.reduce<unknown>(
		(inner, step) => (inner as Record<PropertyKey, unknown>)?.[step],
		value,
	);
	const code = issue.code === 'custom' ? (issue.params?.code as number | undefined) : undefined;
	return {
		kind: given === undefined || given === '' ? 'missing' : 'wrong',
		where,
		text: issue.message,
		...(code !== undefined && { code }),
	};
}
