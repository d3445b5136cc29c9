import { createHash, randomUUID } from 'crypto';
import type { IContextObject, IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { NoUsableResponse } from '../http/errors';
import type { AcceptedPart } from './parts';
import { mustNotSendAgain } from './retryOnFailMemory';
import type { ItemResult } from './result';

/*
 * Retry in n8n's list of executions runs a failed execution again, as a new one, from the node that failed. n8n gives the new
 * one what was saved with the failed one: the items that entered the node, and the node's context. So a run keeps the
 * results of sent and unknown items in the node's context until it succeeds. A retry reuses an item's result if the item is
 * the same and asks for the same. An item that was edited meanwhile is sent. (Within an execution, n8n's
 * Retry On Fail is served by retryOnFailMemory.ts.)
 */

/**
 * The key in the node's context. Expressions can read it as `$("Node").context.accepted`. It holds sent items, unknown items
 * and uploaded files.
 */
const KEY = 'accepted';

/** JSON, saved by n8n with the failed execution. Its keys never change: executions saved by older versions hold them. */
interface SavedRecord {
	/** The same in all retries of one execution. */
	id: string;
	/** By the number of the item. */
	items: Record<string, SavedItem>;
	/** Fingerprints of the entries whose outcome is unknown. */
	lost: string[];
	/** What was made for items, such as uploaded files, by its key. */
	made: IDataObject;
}

/** Fingerprints of an item, and its result. */
interface SavedItem {
	/** Its data and files. */
	input: string;
	/** The node's parameters, expressions as they are written. */
	parameters: string;
	/** What it asked for, expressions evaluated. */
	content: string;
	/** Absent while some of an item's parts are open. */
	result?: SavedOutput | { unknown: UnknownFacts };
	/** The accepted parts of an item that is not done, with the fingerprint of each. */
	parts?: Array<SavedOutput & { content: string }>;
}

interface SavedOutput {
	items?: Accepted['items'];
	id?: string;
	skipped?: true;
}

type Accepted = Extract<ItemResult, { ok: true }>;

interface UnknownFacts {
	message: string;
	code?: string;
	advice?: string;
}

/** Outputs beyond so many characters of JSON in all are not kept: the items then come out with their id only. */
const MOST_OUTPUT_CHARACTERS = 5_000_000;

/**
 * The newest record per failed execution, of those retried in this process. A user can press Retry again on the same old
 * execution. n8n then hands over the old record, which misses what the first retry sent.
 */
const retried = new Map<string, SavedRecord>();
const MOST_RETRIED = 20;

/** The results a run keeps for Retry of its execution, and those an earlier run kept for this one. */
export class SavedRun {
	private readonly kept: IContextObject | undefined;

	private readonly record: SavedRecord;

	private readonly parameters: string;

	private outputCharacters = 0;

	constructor(private readonly context: IExecuteFunctions) {
		this.kept = contextOf(context);
		this.parameters = fingerprint(context.getNode().parameters);
		const found = this.kept?.[KEY] as SavedRecord | undefined;
		this.record = (found && (retried.get(found.id) ?? found)) ?? {
			id: randomUUID(),
			items: {},
			lost: [],
			made: {},
		};
		if (!found) return;
		this.begin();
		if (context.getMode() === 'retry') this.rememberRetried();
	}

	/** Fingerprints of the entries whose outcome is unknown. */
	get unknownEntries(): readonly string[] {
		return this.record.lost;
	}

	/**
	 * An item's result in the execution that is retried. See `RunState.reuseSavedResult`.
	 * @param content `fingerprintOfParameters` of the item
	 */
	find(index: number, content?: string): ItemResult | undefined {
		const saved = this.record.items[index];
		if (!saved || saved.input !== this.inputOf(index)) return undefined;
		if (saved.parameters !== this.parameters && saved.content !== content) return undefined;
		const { result } = saved;
		if (!result) return undefined;
		if ('unknown' in result) {
			const { message, ...details } = result.unknown;
			const error = new NoUsableResponse(message, { mayHaveHappened: true, ...details });
			return { ok: false, outcome: 'unknown', error };
		}
		return acceptedOf(result);
	}

	/**
	 * The first parts of an item, as far as they were accepted in the execution that is retried. If the node was edited, these
	 * are the ones that are still the same.
	 * @param contents `fingerprintOfParameters` of each part now
	 */
	parts(index: number, contents: readonly string[]): AcceptedPart[] {
		const saved = this.record.items[index];
		if (!saved?.parts || saved.input !== this.inputOf(index)) return [];
		const parts = saved.parts.map(({ content, ...output }) => ({ content, result: acceptedOf(output) }));
		if (saved.parameters === this.parameters) return parts;
		const different = parts.findIndex(({ content }, at) => content !== contents[at]);
		return different < 0 ? parts : parts.slice(0, different);
	}

	/** @param content `fingerprintOfParameters` of the item */
	keepParts(index: number, content: string, parts: readonly AcceptedPart[]): void {
		this.begin();
		this.record.items[index] = {
			input: this.inputOf(index),
			parameters: this.parameters,
			content,
			parts: parts.map((part) => ({ content: part.content, ...this.sizedOutput(part.result) })),
		};
	}

	/** @param content `fingerprintOfParameters` of the item */
	keep(index: number, content: string, result: ItemResult): void {
		if (!mustNotSendAgain(result)) return;
		this.begin();
		this.record.items[index] = {
			input: this.inputOf(index),
			parameters: this.parameters,
			content,
			result: result.ok ? this.sizedOutput(result) : { unknown: factsOf(result.error) },
		};
	}

	/** Remembers an entry whose outcome is unknown, by its fingerprint. */
	keepUnknown(entry: string): void {
		this.begin();
		this.record.lost.push(entry);
	}

	/** What was made under a key, in this run or in one that is retried. */
	made(key: string): unknown {
		return this.record.made[key];
	}

	keepMade(key: string, value: unknown): void {
		this.begin();
		this.record.made[key] = value as IDataObject;
	}

	/** The run succeeded, so its execution will not be retried from here. A later run of the node begins with nothing. */
	forget(): void {
		if (this.kept) delete this.kept[KEY];
	}

	private begin(): void {
		if (this.kept) this.kept[KEY] = this.record;
	}

	private rememberRetried(): void {
		retried.delete(this.record.id);
		retried.set(this.record.id, this.record);
		const [oldest] = retried.keys();
		if (retried.size > MOST_RETRIED && oldest !== undefined) retried.delete(oldest);
	}

	private inputOf(index: number): string {
		const { json, binary } = this.context.getInputData()[index] ?? {};
		return fingerprint([json, binary]);
	}

	private sizedOutput({ items, id, skipped }: Accepted): SavedOutput {
		const characters = asJson(items)?.length ?? Infinity;
		if (this.outputCharacters + characters > MOST_OUTPUT_CHARACTERS) return { id, skipped };
		this.outputCharacters += characters;
		return { items, id, skipped };
	}
}

function acceptedOf({
	id,
	skipped,
	items = [{ json: factsWithoutOutput(id, skipped) }],
}: SavedOutput): Accepted {
	return { ok: true, items, id, skipped };
}

/** What comes out of an item whose output was too large to be kept. */
const factsWithoutOutput = (id: string | undefined, skipped: true | undefined): IDataObject =>
	skipped ? { outcome: 'untouched', skipped } : { outcome: 'sent', id: id ?? null, success: true };

/**
 * Where n8n keeps what a node leaves with its execution. An agent's tools leave nothing: a retry of the agent is a new
 * conversation, in which the same message may be meant anew.
 */
function contextOf(context: IExecuteFunctions): IContextObject | undefined {
	if (context.getNode().type.endsWith('Tool')) return undefined;
	try {
		return context.getContext('node');
	} catch {
		// Without an execution that is saved there is nothing to leave anything with.
		return undefined;
	}
}

function factsOf(error: unknown): UnknownFacts {
	const message = error instanceof Error ? error.message : String(error);
	if (!(error instanceof NoUsableResponse)) return { message };
	const { code, advice } = error.details;
	return { message, code, advice };
}

/** Equal for equal JSON; what is no JSON equals nothing. Nothing of the value can be read from it. */
export const fingerprint = (value: unknown): string =>
	createHash('sha256')
		.update(asJson(value) ?? randomUUID())
		.digest('base64url')
		.slice(0, 22);

function asJson(value: unknown): string | undefined {
	try {
		return JSON.stringify(value);
	} catch {
		return undefined;
	}
}
