import type { IDataObject } from 'n8n-workflow';

import type { HttpAnswer } from '../../core/http/answer';
import type { Endpoint } from '../../core/http/endpoint';
import type { BulkCall, EntryResult } from '../../core/run/bulk';
import { heltar } from './http';
import { endpoints } from './endpoints';
import { holdsResults, readResults } from './sendResults';

/** What all recipients of a campaign share, by its name on the wire; empty ones are left out. */
const SHARED = ['campaignName', 'templateName', 'languageCode'] as const;
const SHARED_OPTIONS = [
	'campaignDesc',
	'templateContent',
	'templateHeader',
	'bidMultiplier',
	'originalFileUrl',
	'csvColumnConfig',
	'source',
] as const;
/** Heltar answers when every recipient is queued; a file may list hundreds of thousands. */
const ITEMS_MS = 300_000;
const FILE_MS = 900_000;

const isFile = ({ finalPayloadFileUrl }: IDataObject) => finalPayloadFileUrl !== undefined;

/**
 * One campaign for all items that agree in name, template, language and options, however many there are: cutting it
 * would make several campaigns. A file of recipients is a campaign of its own. A call that ends in a server error may have
 * made the campaign all the same.
 */
function campaignCall(
	endpoint: Endpoint,
	result: (data: IDataObject, answer: HttpAnswer, entries: IDataObject[]) => EntryResult[] | undefined,
): BulkCall {
	return {
		key: (values) => JSON.stringify([endpoint.name, sharedOf(values), isFile(values as IDataObject)]),
		size: (values) => (isFile(values as IDataObject) ? 1 : Infinity),
		request(entries, values) {
			const file = entries.find(isFile);
			return {
				endpoint,
				body: { ...sharedOf(values), ...(file ?? { messages: entries }) },
				timeoutMs: file ? FILE_MS : ITEMS_MS,
				holdsResults,
			};
		},
		unknownAdvice:
			'The campaign may have been created anyway. Check the list of campaigns before you send it again.',
		results(answer, entries) {
			const data = heltar.unwrap(answer.body);
			return result((typeof data === 'object' && data !== null ? data : {}) as IDataObject, answer, entries);
		},
	};
}

function sharedOf(values: Record<string, unknown>): IDataObject {
	const options = (values.options ?? {}) as IDataObject;
	const shared = [
		...SHARED.map((name) => [name, values[name]]),
		...SHARED_OPTIONS.map((name) => [name, options[name]]),
		['scheduleTime', values.scheduleTime],
	];
	return Object.fromEntries(shared.filter(([, value]) => value !== undefined)) as IDataObject;
}

/** `POST /v1/campaigns/send`. Current servers only echo the recipients: what failed shows in the statistics later. */
export const campaignSending = campaignCall(endpoints.sendCampaign, (data, answer, entries) => {
	const campaignId = idOf(data);
	if (campaignId !== undefined && entries.some(isFile))
		return entries.map((file) => started(campaignId, file));
	const results = readResults(answer, entries) ?? (campaignId === undefined ? undefined : entries.map(echo));
	return results?.map((result) =>
		result.outcome === 'sent'
			? { ...result, json: { ...result.json, campaignId: campaignId ?? null } }
			: result,
	);
});

/** `POST /v1/schedule/campaign`: nothing is said about single recipients yet. */
export const campaignScheduling = campaignCall(endpoints.scheduleCampaign, (data, _answer, entries) => {
	const campaignId = idOf(data);
	if (campaignId === undefined) return undefined;
	const { status, scheduleTime } = (data.campaign ?? data) as IDataObject;
	return entries.map(({ clientWaNumber, recipientCount }) => ({
		outcome: 'sent',
		json: {
			success: true,
			campaignId,
			...(recipientCount === undefined ? { clientWaNumber } : { recipientCount }),
			...(status === undefined ? {} : { status }),
			...(scheduleTime === undefined ? {} : { scheduleTime }),
		},
	}));
});

/** The campaign's id, which has moved from generation to generation. */
function idOf(data: IDataObject): string | undefined {
	const { campaignId, campaign } = data;
	const id = campaignId ?? (campaign as IDataObject | undefined)?.id;
	return id === undefined || id === null ? undefined : String(id);
}

const echo = ({ clientWaNumber }: IDataObject): EntryResult => ({
	outcome: 'sent',
	json: { outcome: 'sent', clientWaNumber, wamid: null, success: true, status: null },
});

/** A campaign whose recipients stand in a file: of none of them anything is said. */
const started = (campaignId: string, { recipientCount }: IDataObject): EntryResult => ({
	outcome: 'sent',
	json: { outcome: 'sent', campaignId, recipientCount, success: true },
});
