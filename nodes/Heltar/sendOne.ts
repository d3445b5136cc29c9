import type { IDataObject } from 'n8n-workflow';

import { Refused } from '../../core/http/errors';
import type { Caller } from '../../core/http/request';
import { call } from '../../core/http/request';
import type { EntryResult } from '../../core/operation/batch';
import type { Tools } from '../../core/operation/operation';
import { heltar } from './api';
import { messageBatch, noResult, readResults } from './messageBatch';

/** Sends one message outside of a run over items. @returns its output. @throws Refused, NoAnswer */
export async function sendOne({ open }: Pick<Tools, 'open'>, entry: IDataObject): Promise<IDataObject> {
	const answer = await open(messageBatch.request([entry], {})).catch((error: unknown) => {
		// A call whose only message was refused is a refused call; the reason stands with the message.
		const result = error instanceof Refused ? resultIn(error.details.answer, entry) : undefined;
		throw result?.outcome === 'failed' ? result.error : error;
	});
	const result = resultIn(answer.body, entry) ?? noResult();
	if (result.outcome === 'sent') return result.json;
	throw result.error;
}

const resultIn = (body: unknown, entry: IDataObject): EntryResult | undefined =>
	readResults({ status: 200, headers: {}, body }, [entry])?.[0];

const TELL_TIMEOUT_MS = 5_000;

/** Sends a text, with no workflow behind it. A courtesy: not repeated, and not waited for long. */
export const tell = async (caller: Caller, to: string, message: string) =>
	await call(caller, heltar, {
		...messageBatch.request([{ clientWaNumber: to, messageType: 'text', message }], {}),
		retry: 'never',
		timeoutMs: TELL_TIMEOUT_MS,
	});
