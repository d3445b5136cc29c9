import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { HttpAnswer } from '../http/answer';
import type { Attempted, Attempts } from '../http/attempts';
import type { RequestSpec } from '../http/request';
import type { Batch } from './batch';
import type { FieldRecord, Values } from '../fields/field';
import type { Pacing } from './pacing';

/**
 * An operation is data: what the editor shows, and a pure way from its parameters to the wire. The item loop,
 * batching, pairing, failing and repeating belong to the runner alone.
 */
interface Described<F extends FieldRecord> {
	/** Saved in users' workflows: never changes. */
	value: string;
	/** In the operation menu, Title Case. */
	name: string;
	/** In the node panel and as an AI tool, sentence case. */
	action: string;
	description: string;
	fields: F;
	/** Why a run takes one item only, as the end of a sentence, and what the user can do; absent where it takes many. */
	alone?: string;
}

/** What an operation gives back for one item: one or several outputs. */
export type Output = IDataObject | IDataObject[];

/** One HTTP call per item, or the first of several ways to make it that the provider knows. */
export interface RequestOperation<F extends FieldRecord = FieldRecord> extends Described<F> {
	request(values: Values<F>): RequestSpec | Attempts;
	/**
	 * Whom the call concerns. Items of one lane go out one after the other in their order, items of different lanes
	 * side by side. Without a lane, calls with an effect go out one at a time, and reads in any order.
	 */
	lane?(values: Values<F>): string;
	/** From the unwrapped answer to the output; by default the answer itself. */
	output?(data: unknown, values: Values<F>): Output;
	/** What identifies a send at the provider, by its output: for the report of a run that stops later. */
	sentId?(output: Output): string | undefined;
	/** How fast the user wants the calls to go out. */
	pacing?(values: Values<F>): Pacing;
}

/** One entry of a bulk call per item. */
export interface MessageOperation<F extends FieldRecord = FieldRecord, P = unknown> extends Described<F> {
	/** The bulk call the entry belongs to. */
	batch: Batch;
	/**
	 * What can be said about an item before anything is sent, where making the entry does not say it already: that the
	 * file to be uploaded is there. Runs while the run is planned. @throws BadInput
	 */
	check?(values: Values<F>, tools: Tools): Promise<void>;
	/** What must exist before the entry can, such as an uploaded file. Runs just before the entry's call. */
	prepare?(values: Values<F>, tools: Tools): Promise<P>;
	/** Pure: parameters → the entry as it goes out. */
	message(values: Values<F>, prepared: P): IDataObject;
}

/** The escape hatch: binary data, paging, waiting. */
export interface RunOperation<F extends FieldRecord = FieldRecord> extends Described<F> {
	run(values: Values<F>, tools: Tools): Promise<Output | INodeExecutionData[]>;
}

export type Operation = RequestOperation | MessageOperation | RunOperation;

/** What an operation may use beside its parameters. */
export interface Tools {
	/** Calls the provider and unwraps its answer. @throws BadInput, Refused, NoAnswer */
	call(request: RequestSpec | Attempts): Promise<unknown>;
	/** The same, for those who need to know which of the ways worked. */
	attempt(list: Attempts): Promise<Attempted<unknown>>;
	/** The same with the whole answer, whose body is a stream where the request asks for one. */
	open(request: RequestSpec | Attempts): Promise<HttpAnswer>;
	/** n8n's context, for binary data. */
	context: IExecuteFunctions;
	/** The item at work, for reading its binary data. */
	itemIndex: number;
}

/** Checks an operation's types against its own fields and widens it for the registry. */
export function defineOperation<F extends FieldRecord>(operation: RequestOperation<F>): Operation;
export function defineOperation<F extends FieldRecord, P = undefined>(
	operation: MessageOperation<F, P>,
): Operation;
export function defineOperation<F extends FieldRecord>(operation: RunOperation<F>): Operation;
export function defineOperation(operation: object): Operation {
	return operation as Operation;
}
