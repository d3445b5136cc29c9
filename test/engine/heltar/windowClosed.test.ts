import type { IDataObject } from 'n8n-workflow';

import { chosen, KEY } from './fixture';
import { useTextSender } from './textSender';
import { until } from '../../waiting';
import { runNode } from '../harness';

const { fixture } = useTextSender();
const numberOf = (at: number) => String(919820000000 + at);

const send = async (items: IDataObject[], options: IDataObject = {}, given: IDataObject = {}) =>
	await runNode({
		type: 'heltar',
		credentials: { heltarApi: { apiKey: KEY, baseUrl: fixture.baseUrl } },
		parameters: {
			resource: 'message',
			operation: 'sendText',
			clientWaNumber: '={{ $json.to }}',
			message: '={{ $json.text }}',
			whenWindowClosed: 'template',
			...given,
			options,
			templateName: chosen('start_conversation'),
			languageCode: 'en',
			specifyVariables: 'json',
			variablesJson: '[]',
		},
		items,
		node: { onError: 'continueRegularOutput' },
	});

const writes = async (number: string) =>
	await fixture.post('/heltar/inbound', { from: number, message: { type: 'text', text: { body: 'Hi' } } });
const typesOf = async (number: string) =>
	(await fixture.conversation(number)).filter(({ direction }) => direction === 'out').map(({ type }) => type);
const bulkCalls = async () =>
	(await fixture.everyRequest()).filter(({ path }) => path === '/v1/messages/send');
const reads = async () =>
	(await fixture.everyRequest()).filter(
		({ method, path }) => method === 'GET' && path.startsWith('/v1/clients/'),
	);

beforeEach(async () => await fixture.settings({ window: 'real' }));

test('of 1,000 people the 600 who wrote get the text and the 400 others the template, in ten calls', async () => {
	const people = Array.from({ length: 1000 }, (_, at) => numberOf(at));
	const open = people.filter((_, at) => at % 5 < 3);
	for (const number of open) await writes(number);
	const { json, error } = await send(people.map((to) => ({ to, text: `Hello ${to}` })));
	expect(error).toBeUndefined();
	const expected = people.map((_, at) => (at % 5 < 3 ? 'text' : 'template'));
	expect(json.map(({ sentAs }) => sentAs)).toEqual(expected);
	expect(json.map(({ outcome }) => outcome)).toEqual(people.map(() => 'sent'));
	const calls = await bulkCalls();
	expect(calls).toHaveLength(10);
	const sent = calls.flatMap(({ body }) => body.messages as IDataObject[]);
	const byNumber = new Map(sent.map((message) => [message.clientWaNumber, message.messageType]));
	expect(people.map((number) => byNumber.get(number))).toEqual(expected);
	expect(await reads()).toHaveLength(1000);
});

test('a person is asked about once, however often they are in the run and however their number is written', async () => {
	await writes(numberOf(1));
	const { json } = await send([
		{ to: numberOf(1), text: 'one' },
		{ to: `+${numberOf(1)}`, text: 'two' },
		{ to: numberOf(2), text: 'three' },
		{ to: numberOf(2), text: 'four' },
	]);
	expect(json.map(({ sentAs }) => sentAs)).toEqual(['text', 'text', 'template', 'template']);
	expect(await reads()).toHaveLength(2);
});

test('the template is sent exactly as the operation "Send Template" sends it', async () => {
	await send([{ to: numberOf(3), text: 'x' }]);
	const [{ body }] = await bulkCalls();
	expect(body.messages).toEqual([
		{
			clientWaNumber: numberOf(3),
			messageType: 'template',
			templateName: 'start_conversation',
			languageCode: 'en',
			variables: [],
		},
	]);
});

test('a text of several parts is one template', async () => {
	const { json } = await send([{ to: numberOf(4), text: 'word '.repeat(2000) }], { longText: 'split' });
	expect(json).toMatchObject([{ outcome: 'sent', sentAs: 'template' }]);
	expect(json[0]).not.toHaveProperty('parts');
	expect(await typesOf(numberOf(4))).toEqual(['template']);
});

test('the rest of a text whose first part arrived is no template, and no part is left out without a word', async () => {
	await writes(numberOf(10));
	// The window closes after the first of three parts.
	await fixture.fault({ kind: 'status', status: 400 }, { path: '/v1/messages/send', after: 1, times: 1 });
	const text = 'word '.repeat(2000);
	const items = [{ to: numberOf(10), text }];
	const execution = await send(items, { longText: 'split' });
	expect(execution.json).toMatchObject([{ outcome: 'failed', wamids: [expect.any(String)] }]);
	expect(await typesOf(numberOf(10))).toEqual(['text']);
});

test('a window that closes between the look and the send: the text failed, and the reason says what to do', async () => {
	for (const at of [11, 12]) await writes(numberOf(at));
	// The call is on its way for some time, in which the window closes.
	await fixture.fault({ kind: 'delay', ms: 1500 }, { path: '/v1/messages/send', times: 1 });
	const running = send([11, 12].map((at) => ({ to: numberOf(at), text: 'x' })));
	await until(bulkCalls, (calls) => calls.length > 0);
	await fixture.settings({ window: 'closed' });
	const { json } = await running;
	expect(json).toMatchObject([
		{ outcome: 'failed', error: expect.stringMatching(/24 hours/) },
		{ outcome: 'failed', error: expect.stringMatching(/24 hours/) },
	]);
	expect(await bulkCalls()).toHaveLength(1);
	expect(await typesOf(numberOf(11))).toEqual([]);

	// A run of its own, for example with Retry On Fail, looks again and sends the template.
	const again = await send([{ to: numberOf(11), text: 'x' }]);
	expect(again.json).toMatchObject([{ outcome: 'sent', sentAs: 'template' }]);
});

test('who blocked or opted out gets no template: the refusal of the text says why', async () => {
	await writes(numberOf(5));
	await fixture.settings({ window: 'closed' });
	await fixture.customer(numberOf(5), { optedIn: false });
	const { json } = await send([{ to: numberOf(5), text: 'x' }]);
	expect(json).toMatchObject([{ outcome: 'failed', error: expect.stringMatching(/opted in/) }]);
	expect((await bulkCalls())[0].body.messages[0].messageType).toBe('text');
});

test('when the record cannot be read, nothing is sent to this person', async () => {
	await fixture.fault({ kind: 'status', status: 403 }, { path: `/v1/clients/${numberOf(6)}`, times: 1 });
	const { json } = await send([
		{ to: numberOf(6), text: 'x' },
		{ to: numberOf(7), text: 'x' },
	]);
	expect(json.map(({ outcome }) => outcome)).toEqual(['failed', 'sent']);
	expect(await bulkCalls()).toHaveLength(1);
});

test('a group has no window, so nobody is asked', async () => {
	await fixture.settings({ window: 'open' });
	const { json } = await send([{ to: '120363000000000001@g.us', text: 'x' }]);
	expect(await reads()).toEqual([]);
	expect(json[0]).not.toMatchObject({ sentAs: 'template' });
});

test('without the option nobody is asked, and the output is as it was', async () => {
	await writes(numberOf(8));
	const { json } = await send([{ to: numberOf(8), text: 'x' }], {}, { whenWindowClosed: 'fail' });
	expect(await reads()).toEqual([]);
	expect(json[0]).not.toHaveProperty('sentAs');
});

test('the template has to be filled in before anything is sent', async () => {
	const { error } = await runNode({
		type: 'heltar',
		credentials: { heltarApi: { apiKey: KEY, baseUrl: fixture.baseUrl } },
		parameters: {
			resource: 'message',
			operation: 'sendText',
			clientWaNumber: numberOf(9),
			message: 'x',
			whenWindowClosed: 'template',
			options: {},
			templateName: { mode: 'list', value: '={{ "" }}' },
			languageCode: 'en',
			specifyVariables: 'json',
			variablesJson: '[]',
		},
	});
	expect(error?.message).toMatch(/^Template: nothing is filled in/);
	expect(await fixture.requests()).toEqual([]);
});

describe('whom a run leaves out', () => {
	const items = [
		{ to: numberOf(20), text: 'one' },
		{ to: `+${numberOf(20)}`, text: 'two' },
		{ to: numberOf(21), text: 'three' },
	];

	test('a person who was in the run before, with Skip Duplicates', async () => {
		await fixture.settings({ window: 'open' });
		const { json } = await send(items, { skipDuplicates: true }, { whenWindowClosed: 'fail' });
		expect(json).toMatchObject([
			{ outcome: 'sent' },
			{ skipped: true, outcome: 'untouched', reason: 'Item 0 is for the same recipient' },
			{ outcome: 'sent' },
		]);
		expect((await bulkCalls()).flatMap(({ body }) => body.messages)).toHaveLength(2);
	});

	test('an item that does not fit leaves its recipient to the next one', async () => {
		await fixture.settings({ window: 'open' });
		const [first, ...others] = items;
		const tooLong = { ...first, text: 'x'.repeat(4097) };
		const { json } = await send([tooLong, ...others], { skipDuplicates: true }, { whenWindowClosed: 'fail' });
		expect(json.map(({ outcome }) => outcome)).toEqual(['failed', 'sent', 'sent']);
	});

	test('a contact who opted out, with Skip Opted-Out', async () => {
		await fixture.settings({ window: 'open' });
		await writes(numberOf(21));
		await fixture.customer(numberOf(21), { optedIn: false });
		const { json } = await send(items, { skipOptedOut: true }, { whenWindowClosed: 'fail' });
		expect(json).toMatchObject([
			{ outcome: 'sent' },
			{ outcome: 'sent' },
			{ skipped: true, outcome: 'untouched', reason: 'This contact has opted out of messages' },
		]);
		expect(await reads()).toHaveLength(2);
	});
});
