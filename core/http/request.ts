import type {
	IDataObject,
	IExecuteFunctions,
	IHookFunctions,
	ILoadOptionsFunctions,
	ISupplyDataFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

import type { HttpAnswer } from './answer';
import type { Endpoint, Params } from './endpoint';
import type { FileBody, Form } from './multipart';
import type { Effect } from './retry';

/** Every n8n context that can call a provider. */
export type Caller =
	| IExecuteFunctions
	| ILoadOptionsFunctions
	| IHookFunctions
	| ISupplyDataFunctions
	| IWebhookFunctions;

export type QueryValue = string | number | boolean;

/** One HTTP call, as data. */
export interface RequestSpec {
	endpoint: Endpoint;
	/** Values of the placeholders in the endpoint's path; what the account knows need not be given. */
	params?: Params;
	/** Undefined values are left out; a list repeats its key. */
	query?: Record<string, QueryValue | readonly QueryValue[] | undefined>;
	body?: IDataObject | IDataObject[];
	/** In place of a body. Its file is opened anew for each attempt. */
	form?: Form;
	/** In place of a body: a file by itself. */
	file?: FileBody;
	headers?: Record<string, string>;
	/** What the call does, which decides whether it may be repeated. An operation's own calls take the operation's. */
	effect?: Effect;
	/**
	 * Milliseconds one attempt may take until the whole answer is there; for a stream, until its first byte, and then from
	 * one byte to the next.
	 */
	timeoutMs?: number;
	/** Hand over a successful answer's body as a stream instead of reading it. */
	stream?: true;
	/** Ends the call early. */
	signal?: AbortSignal;
	/** Whether the call is made once, whatever comes of it; by default its effect decides. */
	once?: true;
	/**
	 * Whether an answer holds a result for each part of the call. That counts first, whatever the status:
	 * such a call is never made again as a whole, and its answer is handed over to be read. Pure.
	 */
	holdsResults?(answer: HttpAnswer): boolean;
}

/** A request that says what it does. */
export type EffectiveRequest = RequestSpec & { effect: Effect };

export const DEFAULT_TIMEOUT_MS = 60_000;
