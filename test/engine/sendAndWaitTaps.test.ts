import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';

import { listenerId, personKey, writeToken } from '../../nodes/shared/sendAndWait/token';
import { webhookSecret } from '../../nodes/shared/webhook/secret';
import { useJumpingClock } from '../jumpingClock';
import type { LoggedRequest } from './sandboxClient';
import { openSandbox } from './sandboxClient';
import { trigger } from './triggerHarness';

const CUSTOMER = '447700900123';
const KEY = 'hk_live_sandbox';

/*
 * How a trigger deals with taps when what stands behind n8n's resume address does not behave: everything else is shown
 * on a real n8n (test/e2e/sendAndWait.test.ts).
 */
const clock = useJumpingClock();

describe('a trigger that is handed a tap', () => {
	let sandbox: Awaited<ReturnType<typeof openSandbox>>;
	let n8n: Server;
	let url: string;
	let calls: Array<{ url: string; body: unknown }>;
	let answer: (call: number) => { status: number; body: object };
	let serial = 0;

	beforeAll(async () => {
		sandbox = await openSandbox();
		n8n = createServer((request, response) => {
			const chunks: Buffer[] = [];
			request.on('data', (chunk: Buffer) => chunks.push(chunk));
			request.on('end', () => {
				calls.push({ url: request.url!, body: JSON.parse(Buffer.concat(chunks).toString()) });
				const { status, body } = answer(calls.length);
				response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
			});
		});
		n8n.listen(0, '127.0.0.1');
		await once(n8n, 'listening');
		url = `http://127.0.0.1:${(n8n.address() as AddressInfo).port}`;
	});
	afterAll(async () => {
		n8n.closeAllConnections();
		n8n.close();
		await sandbox.close();
	});
	beforeEach(async () => {
		await sandbox.reset();
		calls = [];
		answer = () => ({ status: 200, body: { counts: true } });
	});

	const listener = (parameters = {}, webhookId = 'hook-id') =>
		trigger(
			'heltarTrigger',
			parameters,
			{ heltarApi: { apiKey: KEY, baseUrl: sandbox.baseUrl } },
			{ n8n: url, webhookId },
		);
	const token = (change: Partial<Parameters<typeof writeToken>[0]> = {}, key = KEY) =>
		writeToken(
			{
				path: '/n8n/waiting',
				executionId: '77',
				nodeId: 'c0ffee00-1234-4abc-8def-0123456789ab',
				question: 'Qk-_',
				signature: 'ab'.repeat(32),
				listener: listenerId(listener().url()),
				people: [personKey(CUSTOMER)],
				kind: 'approve',
				choice: 'Approve',
				...change,
			},
			key,
		);
	const tapped = (id: string, { from = CUSTOMER, message = `wamid.tap.${++serial}` } = {}) => ({
		from,
		id: message,
		timestamp: '1770000000',
		type: 'interactive',
		interactive: { type: 'button_reply', button_reply: { id, title: 'Approve' } },
	});
	const written = () => ({
		from: CUSTOMER,
		id: `wamid.text.${++serial}`,
		timestamp: '1770000000',
		type: 'text',
		text: { body: token() },
	});
	const deliver = async (messages: object[], of = listener()) =>
		await of.deliver({
			headers: { 'x-webhook-secret': webhookSecret(KEY, of.url()) },
			body: {
				object: 'whatsapp_business_account',
				entry: [
					{ id: '1', changes: [{ field: 'messages', value: { messaging_product: 'whatsapp', messages } }] },
				],
			},
		});
	const told = async () =>
		(await sandbox.requests())
			.filter(({ path }: LoggedRequest) => path === '/v1/messages/send')
			.map(({ body }) => body.messages[0].message as string);

	test('it hands the tap on to the address in the token, on its own n8n, and starts nothing', async () => {
		const { status, items } = await deliver([tapped(token())]);
		expect([status, items]).toEqual([200, undefined]);
		expect(calls).toEqual([
			{
				url: `/n8n/waiting/77/c0ffee00-1234-4abc-8def-0123456789ab?question=Qk-_&signature=${'ab'.repeat(32)}`,
				body: { tap: { token: token(), from: CUSTOMER, userId: null, text: 'Approve' } },
			},
		]);
		expect(await told()).toEqual([]);
	});

	test('other messages of the same delivery start the workflow, even with a token as text', async () => {
		const { items } = await deliver([written(), tapped(token()), written()]);
		expect(items!.map(({ type }) => type)).toEqual(['text', 'text']);
		expect(calls).toHaveLength(1);
	});

	test('the same tap again shares the fate of the first, at every trigger of the process', async () => {
		const tap = tapped(token());
		await Promise.all([deliver([tap]), deliver([tap]), deliver([tap])]);
		await deliver([tap]);
		expect(calls).toHaveLength(1);
		expect(await told()).toEqual([]);
	});

	test.each([
		['counts at once', { status: 200, body: { counts: true, confirmation: 'Noted.' } }, 'Noted.'],
		[
			'is answered when it is late',
			{ status: 404, body: {} },
			'Thank you, but this question is no longer open.',
		],
	])('a tap that came to another trigger first %s', async (_, given, words) => {
		answer = () => given;
		const tap = tapped(token());
		const begin = clock.skipped();
		const other = deliver([tap], listener({}, 'another-hook-id'));
		// It has begun to wait.
		while (clock.skipped() === begin) await nextTurn();
		await deliver([tap]);
		// Kept by the other, it would have waited three seconds to stand in.
		expect(clock.skipped() - begin).toBeLessThan(2_500);
		expect(await told()).toEqual([words]);
		expect((await other).status).toBe(200);
		expect(calls).toHaveLength(1);
		expect(await told()).toEqual([]);
	});

	test('an execution that is not ready yet is tried again', async () => {
		answer = (call) =>
			call < 3
				? { status: 409, body: { message: 'The execution "77" is running already.' } }
				: { status: 200, body: { counts: true, confirmation: 'Noted.' } };
		await deliver([tapped(token())]);
		expect(calls).toHaveLength(3);
		expect(await told()).toEqual(['Noted.']);
	});

	test('while n8n does not take it in, the provider is asked to deliver again, and nothing else starts', async () => {
		answer = () => ({ status: 500, body: {} });
		const messages = [tapped(token()), written()];
		const first = await deliver(messages);
		expect([first.status, first.items]).toEqual([503, undefined]);
		answer = () => ({ status: 200, body: { counts: true } });
		const second = await deliver(messages);
		expect(second.status).toBe(200);
		expect(second.items).toHaveLength(1);
		expect(await told()).toEqual([]);
	});

	test.each([
		['within one delivery', 1],
		['over deliveries', 4],
	])('a tap that may have counted before the line broke is not called late, %s', async (_, broken) => {
		answer = (call) =>
			call <= broken ? { status: 502, body: {} } : { status: 200, body: { message: 'over' } };
		const tap = tapped(token());
		const statuses = [(await deliver([tap])).status];
		while (statuses.at(-1) === 503) statuses.push((await deliver([tap])).status);
		expect(statuses).toEqual(broken === 1 ? [200] : [503, 200]);
		expect(await told()).toEqual([]);
	});

	test.each([
		['signed with another key', () => token({}, 'another key'), {}],
		['of somebody else', () => token(), { from: '447700900199' }],
		['changed on the way', () => token({ kind: 'decline' }).replace('.d.', '.a.'), {}],
	])('a token %s never reaches n8n, and whoever tapped is told', async (_, make, who) => {
		const { status, items } = await deliver([tapped(make(), who)]);
		expect([status, items]).toEqual([200, undefined]);
		expect(calls).toEqual([]);
		expect(await told()).toEqual(['Thank you, but this question is no longer open.']);
	});

	test.each([
		['the text set in the trigger', { options: { lateReply: 'Zu spät.' } }, ['Zu spät.']],
		['nothing, when that is switched off', { options: { answerLate: false } }, []],
	])('a late tap is answered with %s', async (_, parameters, expected) => {
		answer = () => ({ status: 404, body: { message: 'The execution "77" does not exist.' } });
		await deliver([tapped(token())], listener(parameters));
		expect(await told()).toEqual(expected);
	});

	test('a trigger the token does not name stands in after a while, and says nothing', async () => {
		answer = () => ({ status: 404, body: {} });
		const begin = Date.now();
		await deliver([tapped(token({ listener: 'abcdef' }))]);
		expect(Date.now() - begin).toBeGreaterThanOrEqual(3_000);
		expect(calls).toHaveLength(1);
		expect(await told()).toEqual([]);
	});
});
