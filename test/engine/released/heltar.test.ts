import type { IDataObject } from 'n8n-workflow';

import { Heltar } from '../../../nodes/Heltar/Heltar.node';
import { indianDay } from '../../../sandbox/heltar/indianDay';
import { useJumpingClock } from '../../jumpingClock';
import { until } from '../../waiting';
import { keepBinaryData } from '../harness';
import { report } from '../heltar/files';
import { minimalParameters, rowMissing } from '../heltar/minimalParameters';
import { chosen, useFixture } from '../heltar/fixture';
import { trigger } from '../triggerHarness';
import { testReleasedOutputs } from './operations';

useJumpingClock();

const ASHA = '919800000101';
const REFUSED = { kind: 'status', status: 400 };
const BUTTONS = [{ type: 'reply', reply: { id: 'yes', title: 'Yes' } }];

const fixture = useFixture();
beforeEach(async () => void (await keepBinaryData()));

/** What the node does beforehand. */
async function first(id: string, parameters: IDataObject = {}): Promise<IDataObject> {
	const [resource, operation] = id.split('.');
	const { json, error } = await fixture.run({ resource, operation, ...minimalParameters[id], ...parameters });
	if (error) throw new Error(`${id}: ${error.message}`);
	return json[0];
}

const write = async (message: IDataObject) =>
	(await fixture.post<{ id: string }>('/heltar/inbound', { from: ASHA, name: 'Asha', message })).id;

const picture = async () =>
	await write({
		type: 'document',
		document: {
			mime_type: 'application/pdf',
			base64: report().binary!.data.data,
			filename: 'bill.pdf',
			caption: 'My bill',
		},
	});

/** The temporary address of a file a customer sent. */
async function pictureUrl(): Promise<string> {
	const id = await picture();
	const bubble = (await fixture.conversation(ASHA)).find((one) => one.id === id);
	return (bubble!.raw.document as { url: string }).url;
}

/** A text and a file of the customer, and a text, a note, a template and a campaign of the business. */
async function conversation(): Promise<string> {
	await write({ type: 'text', text: { body: 'Where is my invoice?' } });
	const id = await picture();
	await first('message.sendText', { message: 'The invoice is on its way.' });
	await first('message.sendText', { message: 'The invoice was late.', options: { isPrivate: true } });
	await first('message.sendTemplate');
	await first('campaign.send');
	return id;
}

/** A group with a member and with somebody who asks to join. */
const GROUP = 'Y2FwaV9ncm91cDp3aG9sZXNhbGVfY2lyY2xl';
const inGroup = async () => ({ parameters: { groupId: chosen(GROUP) } });

/** What has to be there, for parameters that need not know of it. */
const having = (make: () => Promise<unknown>) => async () => {
	await make();
	return {};
};

/** A contact with a conversation and somebody of the team who looks after it. */
const contact = having(async () => {
	await conversation();
	await first('contact.assignChat');
});

const sentCampaign = async () => ({
	parameters: { campaignId: chosen((await first('campaign.send')).campaignId as string) },
});

/** What is said of a message depends on whether it has arrived. */
async function delivered(): Promise<void> {
	const sends = async () => await fixture.get<Array<{ status: string }>>('/heltar/sends');
	await until(sends, (all) => all.length > 0 && all.every(({ status }) => status === 'delivered'));
}

const deliveredCampaign = async () => {
	const campaign = await sentCampaign();
	await delivered();
	return campaign;
};

/** Today in India, as the first and the last day of a report. */
function today() {
	const day = indianDay(Date.now());
	return { startDate: day, endDate: day };
}

/** A template that can stand in for another, and the parameters that make it do so. */
async function fallback() {
	await first('template.create');
	return {
		parameters: {
			sourceTemplateName: chosen('start_conversation'),
			fallbackTemplateName: chosen('season_opening'),
		},
	};
}

const setFallback = async () => await first('template.setFallback', (await fallback()).parameters);

const isSent = (id: string) => /^(message\.(send|request)|campaign\.send)/.test(id);

testReleasedOutputs({
	node: 'Heltar',
	description: new Heltar().description,
	run: async (parameters, inputs, node) => await fixture.run(parameters, { inputs, node }),
	minimalParameters,
	rowMissing,
	renew: async () => {
		await fixture.reset();
		await fixture.settings({ mediaDelayMs: 0 });
		return {};
	},
	filled: {
		'campaign.export': deliveredCampaign,
		'campaign.get': sentCampaign,
		'campaign.getRecipients': deliveredCampaign,
		'campaign.getMany': having(async () => await first('campaign.send')),
		'contact.get': contact,
		'contact.getMany': contact,
		'contact.upsert': async () => ({
			parameters: {
				username: 'Asha Verma',
				attributes: { values: [{ fieldKey: chosen('city'), value: 'Pune' }] },
			},
		}),
		'business.get': having(async () => {
			await first('webhook.upsert');
			await first('business.setOptRules');
			await first('business.pauseMarketing');
		}),
		'business.getAccountStatus': async () => ({ parameters: { options: { isDetailed: true } } }),
		'group.approveJoinRequests': inGroup,
		'group.delete': inGroup,
		'group.get': inGroup,
		'group.getInviteLink': inGroup,
		'group.getJoinRequests': inGroup,
		'group.rejectJoinRequests': inGroup,
		'group.removeParticipants': async () => ({
			parameters: { groupId: chosen(GROUP), participants: '919800000103, 447700900555' },
		}),
		'group.resetInviteLink': inGroup,
		'group.update': inGroup,
		'link.getMany': having(async () => await first('link.create')),
		'media.download': async () => ({ parameters: { wamid: await picture() } }),
		'media.upload': async () => ({ input: report() }),
		'message.get': async () => ({ parameters: { wamid: await conversation() } }),
		'message.getFlowResponses': having(
			async () =>
				await write({
					type: 'interactive',
					interactive: {
						type: 'nfm_reply',
						nfm_reply: { name: 'flow', body: 'Sent', response_json: '{"flow_token":"8841-7","guests":"4"}' },
					},
				}),
		),
		'message.getMany': having(async () => await conversation()),
		'message.markRead': having(async () => await conversation()),
		'message.search': having(async () => await conversation()),
		'message.sendInteractive': async () => ({
			parameters: {
				interactive: { type: 'button', body: { text: 'Coming?' }, action: { buttons: BUTTONS } },
			},
		}),
		'message.sendAndWait': async () => {
			const credentials = { heltarApi: { apiKey: 'hk_live_sandbox', baseUrl: fixture.baseUrl } };
			await trigger('heltarTrigger', {}, credentials).create();
			return {};
		},
		'message.typing': async () => ({ parameters: { messageId: await conversation() } }),
		'schedule.delete': async () => ({
			parameters: { scheduleId: (await first('schedule.message')).id as string },
		}),
		'template.deleteFallback': async () => ({
			parameters: { configId: chosen(String((await setFallback()).id)) },
		}),
		'template.getCategoryUpdates': async () => {
			await fixture.recategorize('start_conversation', 'MARKETING');
			return { parameters: today() };
		},
		'template.getCost': async () => {
			await first('message.sendTemplate');
			return { parameters: today() };
		},
		'template.getDailyFunnel': async () => {
			await first('message.sendTemplate');
			return { parameters: today() };
		},
		'template.getFallbacks': having(setFallback),
		'template.getSent': async () => {
			await first('message.sendTemplate');
			await delivered();
			return { parameters: { templateName: chosen('start_conversation'), date: today().startDate } };
		},
		'template.setFallback': fallback,
		'template.update': async () => {
			const { id } = await first('template.get', { templateName: chosen('start_conversation') });
			return { parameters: id === undefined ? {} : { templateId: chosen(String(id)) } };
		},
		'template.uploadSample': async () => ({ input: report() }),
		'webhook.delete': having(async () => await first('webhook.upsert')),
	},
	also: {
		'campaign.export': { counts: () => ({ output: 'counts' }) },
		'campaign.send': {
			'a file': () => ({
				recipientSource: 'file',
				finalPayloadFileUrl: 'https://files.example.org/a.ndjson',
				recipientCount: 2,
			}),
		},
		'business.getAccountStatus': { 'whole organization': () => ({ options: { wholeOrganisation: true } }) },
		'contact.delete': { 'unknown contact': () => ({ clientWaNumber: '447700900999' }) },
		'media.download': { 'by its URL': async () => ({ wamid: '', url: await pictureUrl() }) },
		'media.upload': { 'storage address': () => ({ options: { public: true } }) },
		'message.search': { chats: () => ({ searchQuery: ASHA, resultType: 'chats' }) },
		'message.sendMedia': {
			'a link': () => ({ source: 'url', url: 'https://files.example.org/a.png', options: { caption: 'A' } }),
		},
		'schedule.message': { 'a text': () => ({ messageType: 'text', message: 'Tomorrow at nine' }) },
		'template.getCost': { 'whole organization': () => ({ scope: 'org' }) },
		'template.get': { 'one language': () => ({ options: { templateLang: 'en' } }) },
	},
	wrong: { 'message.sendText': { clientWaNumber: '09800 000101' } },
	variants: [
		{
			name: 'generation 2023',
			concerns: () => true,
			set: async () => await fixture.settings({ generation: 2023 }),
		},
		{ name: 'queued', concerns: isSent, set: async () => await fixture.settings({ asyncMode: true }) },
	],
	fault: async (fault) => await fixture.fault(fault),
	failSecond: async (id) => {
		// One call for all items, which fails as a whole.
		await fixture.fault(REFUSED, { path: '/v1/campaigns/send' });
		await fixture.fault(REFUSED, { path: '/v1/schedule/campaign' });
		await fixture.fault(REFUSED, { path: '/v1/link-tracker/create-bulk' });
		// A template is read once before several people get it.
		const sends = isSent(id) || id.startsWith('schedule.');
		await fixture.fault(REFUSED, { after: 1, ...(sends ? { method: 'POST' } : {}) });
	},
	dataKeys: /\.(attributes|customField|response)$/,
	// Heltar API, "Business": settings stand in `integrations`, which is an object, and read receipts are `isMarkReadMsg`.
	neverGiven: [
		'business.get › output (simplify off).integrations (array)',
		'business.get › output (simplify off).isMarkRead (boolean)',
		'business.get › output (simplify off).metaApiCallsPerSecond (number)',
		'business.get › output (simplify off).pauseMarketingTemplates (boolean)',
	],
});
