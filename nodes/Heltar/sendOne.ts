import type { IDataObject } from 'n8n-workflow';

import { Refused } from '../../core/http/errors';
import type { EntryResult } from '../../core/run/bulk';
import type { Tools } from '../../core/run/operation';
import { messageCall, noResult, readResults } from './messageCall';

/** Sends one message outside of a run over items. @returns its output. @throws Refused, NoAnswer */
export async function sendOne({ open }: Pick<Tools, 'open'>, entry: IDataObject): Promise<IDataObject> {
	const answer = await open(messageCall.request([entry], {})).catch((error: unknown) => {
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
