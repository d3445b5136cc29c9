import type { IDataObject, INode, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { withUnseenShown } from './visible';

/**
 * The user's input cannot be sent as it is. Thrown before anything was sent.
 * `problem` reads on after the field's label: "is empty", "has 5000 characters, at most 4096 are allowed".
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
		super(withUnseenShown([path.map((part) => part.label).join(' → '), problem].filter(Boolean).join(' ')));
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
			/** The refusal concerns the rate: the same request may go again. */
			rateLimited?: boolean;
			/** The rate is that of this one recipient; messages to others may go on. */
			recipientOnly?: boolean;
			/** The provider's answer, without what the caller sent. */
			answer?: unknown;
		} = {},
	) {
		super(message);
		this.name = 'Refused';
	}
}

/** Nothing usable came back. `mayHaveHappened` says whether the request could still have been carried out. */
export class NoAnswer extends Error {
	constructor(
		message: string,
		readonly details: {
			mayHaveHappened: boolean;
			code?: string;
			advice?: string;
			/** A mistake of ours that kept an answer from being read; never what a request threw, which may hold the key. */
			cause?: unknown;
		},
	) {
		super(message, details.cause === undefined ? undefined : { cause: details.cause });
		this.name = 'NoAnswer';
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
 * The provider answered a question for a list in a form that is not known: no failure, and nobody may take it for an empty
 * list. Operations give the answer as it came out as `raw`.
 */
export class UnknownForm extends Error {
	constructor(
		provider: string,
		/** As it came. */
		readonly answer: unknown,
	) {
		super(`${provider} answered in a form that is not known here. The answer is in "raw" as it came.`);
		this.name = 'UnknownForm';
	}
}

/** What can become of an item that sends something. */
export type Outcome = 'sent' | 'failed' | 'unknown' | 'untouched';

/** The outcome of an item whose call ended in this error. */
export function outcomeOf(error: unknown): Outcome {
	return error instanceof NoAnswer && error.details.mayHaveHappened ? 'unknown' : 'failed';
}

/** Code, advice and field of an error as plain data, for outputs and for the details of an n8n error. */
export function errorFacts(error: unknown): IDataObject {
	const facts: IDataObject = {};
	if (error instanceof BadInput) {
		const [outermost] = error.path;
		if (outermost) facts.field = error.path.map((part) => part.name).join('.');
		if (error.advice) facts.advice = error.advice;
	} else if (error instanceof Refused || error instanceof NoAnswer) {
		const { code, advice } = error.details;
		if (code !== undefined) facts.code = code;
		if (advice) facts.advice = advice;
		if (error instanceof Refused && error.details.httpStatus) facts.httpStatus = error.details.httpStatus;
	}
	return facts;
}

/**
 * The error n8n shows. Raw request errors never get in here (they may hold the key), only the three kinds above
 * and n8n's own errors, which pass through.
 */
export function toNodeError(
	node: INode,
	error: unknown,
	{ itemIndex, summary, details }: { itemIndex?: number; summary?: string; details?: IDataObject } = {},
): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) {
		if (itemIndex !== undefined) error.context.itemIndex ??= itemIndex;
		if (details !== undefined) error.context.data ??= details;
		if (summary !== undefined) error.description = [error.description, summary].filter(Boolean).join('<br>');
		return error;
	}
	const { advice, code, httpStatus, field } = errorFacts(error);
	const problem = error instanceof Error ? error.message : String(error);
	const facts = [summary, advice].filter((fact) => typeof fact === 'string' && fact !== '');
	// n8n appends the word to the type of a node it offers to an agent. Of one that failed it tells the model the
	// message and nothing else. The code stays out of it: where n8n finds one in a message, it writes its own instead.
	const isTool = node.type.endsWith('Tool');
	const message = isTool ? asSentences([problem, ...facts]) : problem;
	const rest = [...(isTool ? [] : facts), ...(code === undefined ? [] : [`Code: ${String(code)}`])];
	const description = rest.join('<br>') || undefined;

	const nodeError =
		error instanceof Refused || error instanceof NoAnswer
			? new NodeApiError(node, { message } as JsonObject, {
					message,
					description,
					httpCode: httpStatus === undefined ? undefined : String(httpStatus),
					itemIndex,
				})
			: new NodeOperationError(node, message, {
					description,
					itemIndex,
				});
	if (field !== undefined) nodeError.context.field = field;
	if (details !== undefined) nodeError.context.data = details;
	return nodeError;
}

const asSentences = (parts: unknown[]) => parts.map((part) => String(part).replace(/\.$/, '')).join('. ');
