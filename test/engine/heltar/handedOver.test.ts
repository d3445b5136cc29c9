import type { IDataObject } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { useJumpingClock } from '../../jumpingClock';
import { eventually } from '../../waiting';
import { runNode } from '../harness';
import { chosen, KEY } from './fixture';
import { useTrigger } from './triggerFixture';

/** Skip Chats a Person Handles: contacts whose bot is switched off start nothing. */

const clock = useJumpingClock();
const { sandbox, heltarTrigger } = useTrigger();

let serial = 0;
/** A contact nobody else writes of. */
const newNumber = () => `4477007${String(++serial).padStart(5, '0')}`;
const callApi = async (method: string, path: string, body?: object) => {
	const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' };
	const answer = await fetch(`${sandbox.baseUrl}${path}`, { method, headers, body: JSON.stringify(body) });
	expect(answer.status).toBe(200);
};
const switchBot = async (number: string, isBotReply: boolean) =>
	await callApi('PUT', `/v1/clients/bot/toggle/${number}`, { isBotReply });
async function contact({ isBotReply = true } = {}): Promise<string> {
	const number = newNumber();
	const message = { type: 'text', text: { body: 'Hi' } };
	await sandbox.post('/heltar/inbound', { from: number, name: 'Asha', message });
	if (!isBotReply) await switchBot(number, false);
	await sandbox.requests();
	return number;
}

const message = (from: string, body = 'Hi', more: object = {}) => ({
	from,
	id: `wamid.handed.${++serial}`,
	timestamp: String(Math.floor(Date.now() / 1000)),
	type: 'text',
	text: { body },
	...more,
});
function open(options: IDataObject = {}, parameters: IDataObject = {}) {
	const given = { verify: false, skipHandedOver: true, ...options };
	const own = heltarTrigger({ ...parameters, options: given }, KEY, { nodeId: `handed over ${++serial}` });
	return {
		deliver: async (...messages: object[]) => await own.deliver({ body: { messages } }),
		send: async (body: object) => await own.deliver({ body }),
	};
}
const reads = async () =>
	(await sandbox.requests())
		.filter(({ method }) => method === 'GET')
		.map(({ path }) => path.replace('/v1/clients/', ''));
const failRead = async (number: string, fault: object = { kind: 'status', status: 500 }) =>
	await sandbox.fault(fault as Record<string, unknown>, { path: `/v1/clients/${number}`, method: 'GET' });

describe('a message', () => {
	test('starts nothing while the bot of the contact is switched off, and the next one does once it is on', async () => {
		const asha = await contact({ isBotReply: false });
		const { deliver } = open();
		expect(await deliver(message(asha))).toMatchObject({ status: 200, items: undefined });
		await switchBot(asha, true);
		await sleep(10_000);
		expect((await deliver(message(asha, 'Are you there?'))).items).toEqual([
			expect.objectContaining({ text: 'Are you there?', chat: { isBotReply: true, assigned: false } }),
		]);
	});

	test('starts the workflow although the chat is assigned to somebody', async () => {
		const asha = await contact();
		await callApi('POST', '/v1/clients/chat/multiassign', {
			clientWaNumber: asha,
			emails: ['arjun@example.com'],
		});
		expect((await open().deliver(message(asha))).items).toMatchObject([
			{ chat: { isBotReply: true, assigned: true } },
		]);
	});

	test('of somebody Heltar does not know yet starts the workflow', async () => {
		const { items } = await open({ whenChatUnknown: 'hold' }).deliver(message(newNumber()));
		expect(items).toMatchObject([{ chat: { isBotReply: null, assigned: null } }]);
	});

	test('over a server that does not tell starts the workflow', async () => {
		await sandbox.settings({ generation: 2023 });
		const number = newNumber();
		await sandbox.post('/heltar/inbound', { from: number, message: { type: 'text', text: { body: 'Hi' } } });
		const { items } = await open({ whenChatUnknown: 'hold' }).deliver(message(number));
		expect(items).toMatchObject([{ chat: { isBotReply: null, assigned: null } }]);
	});

	test('without the option, nothing is read and nothing said', async () => {
		const asha = await contact({ isBotReply: false });
		const { items } = await open({ skipHandedOver: false }).deliver(message(asha));
		expect(items).toHaveLength(1);
		expect(items![0]).not.toHaveProperty('chat');
		expect(await reads()).toEqual([]);
	});

	test('that was skipped starts nothing later either, when it is delivered again', async () => {
		const asha = await contact({ isBotReply: false });
		const { deliver } = open();
		const same = message(asha);
		await deliver(same);
		await switchBot(asha, true);
		await sleep(10_000);
		expect((await deliver(same)).items).toBeUndefined();
		expect((await deliver(message(asha))).items).toHaveLength(1);
	});

	test('that is skipped is not marked as read, and no typing is shown', async () => {
		const asha = await contact({ isBotReply: false });
		await open({ markRead: true }).deliver(message(asha));
		await open({ showTyping: true }).deliver(message(asha));
		expect((await sandbox.requests()).map(({ path }) => path)).toEqual([`/v1/clients/${asha}`]);
	});

	test('beside those of others is skipped alone', async () => {
		const [asha, bela] = [await contact({ isBotReply: false }), await contact()];
		const { items } = await open().deliver(message(asha), message(bela), message(asha));
		expect(items).toMatchObject([{ from: bela, chat: { isBotReply: true } }]);
	});
});

describe('a contact is read', () => {
	test('once in 10 seconds, however many deliveries bring messages of it', async () => {
		const asha = await contact();
		const { deliver } = open();
		await Promise.all([deliver(message(asha)), deliver(message(asha)), open().deliver(message(asha))]);
		await sleep(5_000);
		await deliver(message(asha));
		expect(await reads()).toEqual([asha]);
		await sleep(5_000);
		await deliver(message(asha));
		expect(await reads()).toEqual([asha]);
	});

	test('anew after this n8n has switched its bot', async () => {
		const asha = await contact();
		const { deliver } = open();
		expect((await deliver(message(asha))).items).toHaveLength(1);
		const credentials = { heltarApi: { apiKey: KEY, baseUrl: sandbox.baseUrl } };
		const run = async (parameters: IDataObject) =>
			await runNode({
				type: 'heltar',
				credentials,
				parameters: { clientWaNumber: chosen(asha), ...parameters },
			});
		await run({ resource: 'contact', operation: 'toggleBot', isBotReply: false });
		expect((await deliver(message(asha))).items).toBeUndefined();
		await run({ resource: 'chatbot', operation: 'talk', chatbotId: chosen('bot-orders') });
		expect((await deliver(message(asha))).items).toHaveLength(1);
	});

	test('for messages of people, and for nothing else', async () => {
		const asha = await contact({ isBotReply: false });
		const { deliver, send } = open({}, { events: ['message', 'status'], statuses: [] });
		const inGroup = await deliver(message(asha, 'Hi all', { group_id: 'group-1' }));
		expect(inGroup.items).toHaveLength(1);
		expect(inGroup.items![0]).not.toHaveProperty('chat');
		const status = { id: 'wamid.out', status: 'read', timestamp: '1770000000', recipient_id: asha };
		expect((await send({ statuses: [status] })).items).toHaveLength(1);
		expect(await reads()).toEqual([]);
	});

	test('only when a message gets through the filters', async () => {
		const asha = await contact();
		const filters = { text: { values: { mode: 'contains', value: 'order' } } };
		await open({}, { filters }).deliver(message(asha, 'Hello'));
		expect(await reads()).toEqual([]);
	});
});

describe('a contact that cannot be read', () => {
	test('lets the message through, with a note, after one try', async () => {
		const asha = await contact({ isBotReply: false });
		await failRead(asha);
		const { items } = await open().deliver(message(asha));
		expect(items).toMatchObject([
			{ chat: { isBotReply: null, assigned: null, readError: 'Refused by the sandbox, as it was told' } },
		]);
		expect(await reads()).toEqual([asha]);
	});

	test('by this key lets the message through, and says which key can', async () => {
		const asha = await contact();
		const apiKey = await sandbox.key({ scopes: ['messages:read'] });
		const options = { verify: false, skipHandedOver: true };
		const own = heltarTrigger({ options }, apiKey, { nodeId: `handed over ${++serial}` });
		const { items } = await own.deliver({ body: { messages: [message(asha)] } });
		expect((items![0].chat as IDataObject).readError).toMatch(/the scope clients:read/);
	});

	test('because the answer is none lets the message through, with a note', async () => {
		const asha = await contact();
		await failRead(asha, { kind: 'status', status: 200, body: { message: 'ok', data: [] } });
		expect((await open().deliver(message(asha))).items).toMatchObject([
			{ chat: { readError: 'Heltar’s answer holds no contact' } },
		]);
	});

	test('holds the message back where that is chosen, until it is delivered again', async () => {
		const [asha, bela] = [await contact(), await contact()];
		await failRead(asha);
		const { deliver } = open({ whenChatUnknown: 'hold' });
		const both = [message(asha), message(bela)];
		expect(await deliver(...both)).toMatchObject({ status: 503, items: undefined });
		await sandbox.noFaults();
		expect((await deliver(...both)).items).toMatchObject([{ from: asha }, { from: bela }]);
		expect((await deliver(...both)).items).toBeUndefined();
	});

	test('because Heltar does not answer keeps the delivery for 3 seconds', async () => {
		const asha = await contact();
		await failRead(asha, { kind: 'timeout' });
		const start = Date.now();
		const delivery = open().deliver(message(asha));
		await eventually(
			async () => (await sandbox.everyRequest()).some(({ path }) => path.endsWith(asha)),
			'the read',
		);
		clock.pass(3_000);
		expect((await delivery).items).toMatchObject([
			{ chat: { readError: 'Reading the contact did not finish within 3 seconds' } },
		]);
		expect(Date.now() - start).toBeLessThan(6_000);
	});
});

describe('with Wait for More Messages', () => {
	const said = async (deliver: ReturnType<typeof open>['deliver'], number: string) => {
		const all = [];
		for (const body of ['Hi', 'I have a question', 'about order 1042']) {
			all.push(deliver(message(number, body)));
			await sleep(1_000);
		}
		return await Promise.all(all);
	};

	test('the messages of a burst have one read', async () => {
		const asha = await contact();
		const ends = await said(open({ collectSeconds: 3 }).deliver, asha);
		const chat = { isBotReply: true, assigned: false };
		expect(ends.flatMap(({ items = [] }) => items)).toMatchObject([
			{ text: 'Hi\nI have a question\nabout order 1042', chat, messages: [{ chat }, { chat }, { chat }] },
		]);
		expect(await reads()).toEqual([asha]);
	});

	test('those of a chat a person handles start nothing, and wait for nothing', async () => {
		const asha = await contact({ isBotReply: false });
		const { deliver } = open({ collectSeconds: 3 });
		const start = Date.now();
		expect(await deliver(message(asha))).toMatchObject({ status: 200, items: undefined });
		expect(Date.now() - start).toBeLessThan(3_000);
		const ends = await said(deliver, asha);
		expect(ends.map(({ status, items }) => [status, items])).toEqual(ends.map(() => [200, undefined]));
		expect(await reads()).toEqual([asha]);
	});

	test('those of a contact that cannot be read start one execution, or are all held back', async () => {
		const asha = await contact();
		await failRead(asha);
		const ends = await said(open({ collectSeconds: 3 }).deliver, asha);
		expect(ends.flatMap(({ items = [] }) => items)).toMatchObject([
			{ messageCount: 3, chat: { readError: expect.any(String) } },
		]);
		const held = await said(open({ collectSeconds: 3, whenChatUnknown: 'hold' }).deliver, asha);
		expect(held.map(({ status, items }) => [status, items])).toEqual(held.map(() => [503, undefined]));
	});

	test('the time a read takes is part of the time that is waited', async () => {
		const asha = await contact();
		await failRead(asha, { kind: 'timeout' });
		const start = Date.now();
		const delivery = open({ collectSeconds: 7 }).deliver(message(asha));
		await eventually(
			async () => (await sandbox.everyRequest()).some(({ path }) => path.endsWith(asha)),
			'the read',
		);
		clock.pass(3_000);
		expect((await delivery).items).toHaveLength(1);
		expect(Date.now() - start).toBeLessThan(9_000);
	});
});
