import type { IDataObject } from 'n8n-workflow';

import { fromCall } from '../../core/http/callFacts';
import type { Tools } from '../../core/run/operation';
import { messageCall } from './messageCall';
import { noResult, readResults, withoutRecord } from './sendResults';

/** Sends one message outside of a run over items. @returns its output. @throws Refused, NoUsableResponse */
export async function sendOne(
	{ callForResponse }: Pick<Tools, 'callForResponse'>,
	entry: IDataObject,
): Promise<IDataObject> {
	const answer = await callForResponse(messageCall.request([entry], {}));
	const [result = noResult()] = readResults(answer, [entry]) ?? [];
	if (result.outcome === 'sent') return withoutRecord(result.json);
	throw fromCall(result.error, answer.call);
}
