import type { CallFacts } from './answer';
import { withUnseenShown } from './visible';

/**
 * The user's input cannot be sent as it is. Thrown before anything was sent.
 * `problem` stands after the field's label and a colon: "nothing is filled in", "4 added, the maximum is 3", "must be a number",
 * "\"0770\" is not a phone number". It says what is there, then what is allowed.
 */
export class BadInput extends Error {
	constructor(
		readonly problem: string,
		/** Where, from the outermost parameter inwards; filled in while the error travels up. */
		readonly path: readonly PathPart[] = [],
		/** What the user can do, when the problem alone does not say it. */
		readonly advice?: string,
	) {
		// What cannot be seen is often what is wrong.
		super(withUnseenShown([path.map((part) => part.label).join(' → '), problem].filter(Boolean).join(': ')));
		this.name = 'BadInput';
	}

	/** The same problem seen from one level further out. */
	within(part: PathPart): BadInput {
		return new BadInput(this.problem, [part, ...this.path], this.advice);
	}
}

export interface PathPart {
	/** Parameter name, as in the workflow's JSON. */
	name: string;
	/** What the editor shows. */
	label: string;
}

/** The provider answered and said no: nothing (more) happened. */
export class Refused extends Error {
	constructor(
		/** The provider's own text. */
		message: string,
		readonly details: {
			/** HTTP status; absent where one entry of an otherwise accepted call was refused. */
			httpStatus?: number;
			/** The provider's or WhatsApp's code. */
			code?: string;
			/** What the user can do about it. */
			advice?: string;
			/** The refusal concerns the rate: the same request may be retried. */
			rateLimited?: boolean;
			/** The rate is that of this one recipient; messages to others may go on. */
			recipientOnly?: boolean;
			/** The number of the request as the answer's body tells it. */
			traceId?: string;
			/** The call that was refused. */
			call?: CallFacts;
		} = {},
	) {
		super(message);
		this.name = 'Refused';
	}
}

/**
 * There is no response we can rely on. Either none came, or it does not say what happened. If `mayHaveHappened` is true,
 * the item's outcome is `unknown`. Otherwise it is `failed`.
 */
export class NoUsableResponse extends Error {
	constructor(
		message: string,
		readonly details: {
			mayHaveHappened: boolean;
			code?: string;
			advice?: string;
			/** A mistake of ours that kept an answer from being read; never what a request threw, which may hold the key. */
			cause?: unknown;
			/** The call it came from. */
			call?: CallFacts;
		},
	) {
		super(message, details.cause === undefined ? undefined : { cause: details.cause });
		this.name = 'NoUsableResponse';
	}
}

/** The execution was ended before a call was made, or while one waited to be made again: nothing happened. */
export class Cancelled extends Error {
	constructor(message = 'The execution was canceled') {
		super(message);
		this.name = 'Cancelled';
	}
}

/**
 * The provider returned a list in a shape we do not know. This is not a failure, and not an empty list. The node outputs the
 * response as `raw`.
 */
export class UnexpectedResponseShape extends Error {
	constructor(
		provider: string,
		/** As it came. */
		readonly answer: unknown,
	) {
		super(`${provider} returned a response in an unexpected format. The original response is in "raw".`);
		this.name = 'UnexpectedResponseShape';
	}
}

/** What can become of an item that sends something. */
export type Outcome = 'sent' | 'failed' | 'unknown' | 'untouched';

/** The outcome of an item whose call ended in this error. */
export function outcomeOf(error: unknown): Outcome {
	return error instanceof NoUsableResponse && error.details.mayHaveHappened ? 'unknown' : 'failed';
}

/** Whether the provider does not know what was asked for. */
export const isNotFound = (error: unknown): error is Refused =>
	error instanceof Refused && error.details.httpStatus === 404;
