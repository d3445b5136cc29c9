import type { IDataObject, INode, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { callOfError } from './callFacts';
import { BadInput, NoUsableResponse, Refused } from './errors';
import { isMistake, REPORT_IT } from './unreadable';
import { escapeHtml } from './visible';

/** Code, advice and field of an error as plain data, for outputs and for the details of an n8n error. */
export function errorFacts(error: unknown): IDataObject {
	const facts: IDataObject = {};
	if (error instanceof BadInput) {
		const [outermost] = error.path;
		if (outermost) facts.field = error.path.map((part) => part.name).join('.');
		if (error.advice) facts.advice = error.advice;
	} else if (error instanceof Refused || error instanceof NoUsableResponse) {
		const { code, advice } = error.details;
		if (code !== undefined) facts.code = code;
		if (advice) facts.advice = advice;
		if (error instanceof Refused && error.details.httpStatus) facts.httpStatus = error.details.httpStatus;
	}
	return facts;
}

/**
 * What helps to find a call again: method, path, status and the provider's number of the request, and what kept an answer
 * from being read.
 */
export function errorOrigin(error: unknown): IDataObject {
	const cause = causeOf(error);
	return {
		...callOfError(error),
		...(cause === undefined ? {} : { cause: `${cause.name}: ${cause.message}` }),
	};
}

/** The mistake of ours behind an error, which may be one itself. */
function causeOf(error: unknown): Error | undefined {
	if (isMistake(error)) return error;
	return error instanceof NoUsableResponse && error.cause instanceof Error ? error.cause : undefined;
}

/**
 * The error n8n shows. Raw request errors never get in here (they may hold the key), only the three kinds above
 * and n8n's own errors, which pass through.
 */
export function toNodeError(
	node: INode,
	error: unknown,
	{
		itemIndex,
		summary,
		reasons = [],
		details,
		prefix = '',
	}: {
		itemIndex?: number;
		summary?: string;
		/** What is wrong with each item, a line each. */
		reasons?: readonly string[];
		details?: IDataObject;
		prefix?: string;
	} = {},
): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) {
		if (itemIndex !== undefined) error.context.itemIndex ??= itemIndex;
		if (details !== undefined) error.context.data ??= details;
		const told = [error.description, summary, ...reasons.map(escapeHtml)].filter(Boolean);
		if (told.length > 0) error.description = told.join('<br>');
		return error;
	}
	const { code, httpStatus, field, ...told } = errorFacts(error);
	const advice = isMistake(error) ? REPORT_IT : told.advice;
	const problem = prefix + (error instanceof Error ? error.message : String(error));
	// n8n appends the word to the type of a node it offers to an agent. Of one that failed it tells the model the
	// message and nothing else. The code stays out of it: where n8n finds one in a message, it writes its own instead.
	const isTool = node.type.endsWith('Tool');
	const facts = [summary, ...(isTool ? reasons : reasons.map(escapeHtml)), advice].filter(
		(fact) => typeof fact === 'string' && fact !== '',
	);
	const message = isTool ? asSentences([problem, ...facts]) : problem;
	const rest = [...(isTool ? [] : facts), ...(code === undefined ? [] : [`Code: ${String(code)}`])];
	const description = rest.join('<br>') || undefined;

	const nodeError =
		error instanceof Refused || error instanceof NoUsableResponse
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
	const data = { ...errorOrigin(error), ...details };
	if (Object.keys(data).length > 0) nodeError.context.data = data;
	const cause = causeOf(error);
	if (cause !== undefined) nodeError.cause = cause;
	return nodeError;
}

const asSentences = (parts: unknown[]) => parts.map((part) => String(part).replace(/\.$/, '')).join('. ');
