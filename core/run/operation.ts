import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { FieldRecord, Values } from '../fields/field';
import type { HttpAnswer } from '../http/answer';
import type { RequestSpec } from '../http/request';
import type { Effect } from '../http/retry';
import type { AlternativeRequests } from '../http/alternativeRequests';
import type { BulkCall } from './bulk';
import type { Pacing } from './pacing';

/** What an operation gives back for one item: one or several outputs. */
export type Output = IDataObject | IDataObject[];

/**
 * An operation is data: what the editor shows, and how its parameters become calls. Give exactly one of these three:
 * - `request`: one HTTP call per item;
 * - `entry` together with `bulk`: many items per HTTP call;
 * - `run`: your own code.
 * All other properties go with each of them. Do not loop over items, pair them, continue on error, wait or retry here:
 * `run.ts` does that.
 */
export interface Definition<F extends FieldRecord, P> {
	/** Saved in users' workflows: never changes. */
	value: string;
	/** In the operation menu, Title Case. */
	name: string;
	/** In the node panel and as an AI tool, sentence case. */
	action: string;
	description: string;
	fields: F;

	/**
	 * What its calls do at the provider. It decides about repeating, running at the same time, and reporting outcomes.
	 * `read`: nothing is changed. `send`: any change that must not happen twice, also a deletion. `create`: like `send`, but
	 * a server error always leaves open what happened. `never`: a change that is never repeated automatically.
	 */
	effect: Effect;
	/** Why a run takes one item only, as the end of a sentence, and what the user can do; absent where it takes many. */
	singleItem?: string;
	/**
	 * What goes out for an item, as the values of each message: usually one, and several where a text is too long for one. They
	 * are sent in order, each once the one before it was accepted. Needs `orderKey`. Pure. @throws BadInput
	 */
	messages?(values: Values<F>): Messages<Values<F>>;
	/**
	 * Adds to an item's values what the account alone knows and the user left to it, before the checks. It may read.
	 * @throws BadInput
	 */
	complete?(values: Values<F>, tools: Tools): Promise<Values<F>>;
	/**
	 * What can be said about an item before anything is sent and what its parameters alone do not say, such as whether
	 * its file is there. All items are checked before the first call. @throws BadInput
	 */
	check?(values: Values<F>, tools: Tools): Promise<void>;
	/**
	 * What must exist or be known before the item's call can be made, such as an uploaded file. Runs just before that call.
	 * @returns what `request` or `entry` needs; `INSTEAD` where they are to make something else, for all messages of the item
	 * @throws Skip where the item is not to be sent
	 */
	prepare?(values: Values<F>, tools: Tools): Promise<P>;
	/** As `prepare`, for Check Only: gives what can be known without changing anything. By default it is `prepare` itself. */
	prepareForCheck?(values: Values<F>, tools: Tools): Promise<P>;
	/** Whether `prepare` is needed for these values; by default it is. */
	prepareIf?(values: Values<F>): boolean;
	/** For how many entries of a bulk call `prepare` may be under way at once: one, unless it only reads. */
	prepareAtOnce?: number;
	/**
	 * Whom or what an item concerns. Items with the same key run in item order. Items with different keys may run at the
	 * same time. Without it, items that change something run one at a time, and reads in any order. Operations with `bulk`
	 * use `bulk.orderKey` instead.
	 */
	orderKey?(values: Values<F>): string;
	/** Items with the same key are for the same person, of whom only the first is to get something. `undefined`: all are. */
	onlyFirst?(values: Values<F>): string | undefined;
	/** Names of options that change how an item is sent and not what. A retry ignores changes in them. */
	notPartOfMessage?: readonly string[];
	/** How fast the user wants the calls to go out. */
	pacing?(values: Values<F>): Pacing;

	/** One HTTP call per item; or several ways to make it, of which the first that the provider knows is used. Pure. */
	request?(values: Values<F>, prepared: P): RequestSpec | AlternativeRequests;
	/**
	 * Another request for an item, after its first one was refused: made once, and only if nothing of the item was sent. Pure.
	 */
	instead?(error: Error, values: Values<F>): RequestSpec | undefined;
	/** The item's part of a bulk call. Needs `bulk`. Pure. */
	entry?(values: Values<F>, prepared: P): IDataObject;
	/** The bulk call that the entries are put into. Needs `entry`. */
	bulk?: BulkCall;
	/** Your own code, for anything else: files, paging, waiting. */
	run?(values: Values<F>, tools: Tools, prepared: P): Promise<unknown>;

	/** Makes the output from the payload of the answer, or from what `run` returned. By default the output is that itself. */
	output?(data: unknown, values: Values<F>, made: Made<P>): Output;
	/**
	 * What the recipient would see, for Check Only; a list where one item is several messages. It may read, and changes nothing.
	 * @param made the entry of a bulk call, or the body of the request
	 */
	preview?(values: Values<F>, made: IDataObject, tools: Tools): Promise<Output>;
	/** What identifies an accepted item at the provider, by its output: for the report of a run that stops later. */
	sentId?(output: Output): string | undefined;
}

/** How an item's output came about. */
export interface Made<P> {
	prepared: P;
	/** Whether something else was sent in place of the item: see `instead` and `INSTEAD`. */
	isInstead: boolean;
}

/** What `prepare` returns when something else is to be sent in place of the item, such as a template in place of a text. */
export const INSTEAD = Symbol('instead');

export interface Messages<V> {
	/** At least one. */
	each: V[];
	/** How long to wait after each message before the next one, in milliseconds. */
	pauseMs?: number;
}

/** An operation whose fields are not known, as the registry and the run see it. */
export type Operation = Definition<FieldRecord, unknown>;

/** What an operation may use beside its parameters. */
export interface Tools {
	/** Sends the request and returns the payload of the response. @throws BadInput, Refused, NoUsableResponse */
	call(request: RequestSpec | AlternativeRequests): Promise<unknown>;
	/** The same, for those who need to know which of the alternatives worked. */
	firstAvailable(alternatives: AlternativeRequests): Promise<{ result: unknown; index: number }>;
	/**
	 * Sends the request and returns the whole response, including status and headers. Its body is a stream where the request
	 * asks for one.
	 */
	callForResponse(request: RequestSpec | AlternativeRequests): Promise<HttpAnswer>;
	/**
	 * Makes something that items need, such as an uploaded file, once in a run: for all items that need the same, and
	 * also when n8n tries the node or its execution again.
	 * @param what says what is made, by its content: something else has to be called something else
	 * @param make gives what JSON can hold; it is called again only after it has failed
	 */
	once<T extends IDataObject>(what: string, make: () => Promise<T>): Promise<T>;
	/**
	 * Reads something that items need once in a run, for all items that need the same. A retry reads it again.
	 * @param what says what is read
	 */
	shared<T>(what: string, read: () => Promise<T>): Promise<T>;
	/** n8n's context, for binary data. */
	context: IExecuteFunctions;
	/** The item at work, for reading its binary data. */
	itemIndex: number;
	/** Which message of the item is at work, counted from 0. */
	partIndex: number;
}

/** Checks an operation's types against its own fields and widens it for the registry. */
export const defineOperation = <F extends FieldRecord, P = undefined>(
	definition: Definition<F, P>,
): Operation => definition as Operation;

/** What n8n takes an operation's output for: items that were made already, such as those with files, stay as they are. */
export const asItems = (output: unknown): INodeExecutionData[] =>
	(Array.isArray(output) ? output : [output ?? {}]).map((one): INodeExecutionData =>
		isItem(one) ? one : { json: one as IDataObject },
	);

const isItem = (output: unknown): output is INodeExecutionData =>
	typeof output === 'object' && output !== null && 'json' in output && 'binary' in output;
