import { GENERATIONS, KEY } from './fixture';
import { useTextSender } from './textSender';

const A = '919800000101';
const B = '919800000102';
const C = '919800000103';

const { fixture, send, received } = useTextSender();

describe.each(GENERATIONS)('sending text, generation %i', (generation) => {
	beforeEach(async () => void (await fixture.settings({ generation })));

	test('goes out in one call, exactly as documented, each result on its own item', async () => {
		const { json, outputs, error } = await send([
			{ to: '+91 98000-00101', text: 'Hello *Asha*' },
			{ to: B, text: 'Second' },
		]);
		expect(error).toBeUndefined();
		expect(await fixture.wire()).toEqual([
			{
				method: 'POST',
				path: '/v1/messages/send',
				query: {},
				body: {
					messages: [
						{ clientWaNumber: A, messageType: 'text', message: 'Hello *Asha*' },
						{ clientWaNumber: B, messageType: 'text', message: 'Second' },
					],
				},
			},
		]);
		expect(json).toMatchObject([
			{ success: true, outcome: 'sent', clientWaNumber: A, wamid: expect.stringMatching(/^wamid\./) },
			{ success: true, outcome: 'sent', clientWaNumber: B, wamid: expect.stringMatching(/^wamid\./) },
		]);
		expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(await received(A)).toEqual(['Hello *Asha*']);
	});

	test('options reach the wire, empty ones do not', async () => {
		await send([{ to: A, text: 'Yes' }], {
			options: { contextId: 'wamid.EXAMPLE', refId: '', campaignId: '8104', priority: true },
		});
		expect(await fixture.wire()).toEqual([
			{
				method: 'POST',
				path: '/v1/messages/send',
				query: { priority: 'true' },
				body: {
					campaignId: '8104',
					messages: [{ clientWaNumber: A, contextId: 'wamid.EXAMPLE', messageType: 'text', message: 'Yes' }],
				},
			},
		]);
	});

	test('many items go out in calls of the batch size', async () => {
		const items = Array.from({ length: 7 }, (_, i) => ({
			to: `9198000002${i.toString().padStart(2, '0')}`,
			text: `${i}`,
		}));
		const { json } = await send(items, { options: { batchSize: 3 } });
		const requests = await fixture.requests();
		expect(requests.map(({ body }) => body.messages.length)).toEqual([3, 3, 1]);
		expect(json.map(({ clientWaNumber }) => clientWaNumber)).toEqual(items.map(({ to }) => to));
	});
});

describe('bad input is refused before anything is sent', () => {
	test.each([
		['an empty message', { to: A, text: '' }, 'Message: nothing is filled in', 'message'],
		['a message of spaces', { to: A, text: '  ' }, 'Message: nothing is filled in', 'message'],
		[
			'a message that is too long',
			{ to: A, text: 'x'.repeat(4097) },
			'Message: 4097 characters, the maximum is 4096',
			'message',
		],
		[
			'a number with a leading 0',
			{ to: '09800000101', text: 'Hi' },
			'must not start with 0',
			'clientWaNumber',
		],
		['a number that is too short', { to: '12345', text: 'Hi' }, 'a number has 7 to 15', 'clientWaNumber'],
		['no number', { to: '', text: 'Hi' }, 'Recipient: nothing is filled in', 'clientWaNumber'],
		['an object for a number', { to: { a: 1 }, text: 'Hi' }, 'must be text', 'clientWaNumber'],
	])('%s', async (_name, item, text, field) => {
		const { error } = await send([item]);
		expect(error).toMatchObject({ name: 'NodeOperationError', context: { itemIndex: 0, field } });
		expect(error!.message).toContain(text);
		expect(await fixture.requests()).toEqual([]);
	});

	test('one invalid item of three stops the run before the first call, naming item and field', async () => {
		const { error, outputs } = await send([
			{ to: A, text: 'one' },
			{ to: B, text: '' },
			{ to: C, text: 'three' },
		]);
		expect(error).toMatchObject({
			message: 'Message: nothing is filled in',
			context: { itemIndex: 1, field: 'message' },
		});
		expect(error!.description).toContain('Item 1 stopped the run');
		expect(error!.context.data).toMatchObject({
			outcomes: { sent: [], failed: [1], unknown: [], untouched: [0, 2] },
		});
		expect(outputs).toEqual([]);
		expect(await fixture.requests()).toEqual([]);
	});

	test('with continue on fail the two others go out, each output paired to its own item', async () => {
		const { json, outputs } = await send(
			[
				{ to: A, text: 'one' },
				{ to: B, text: '' },
				{ to: C, text: 'three' },
			],
			{ onError: 'continueRegularOutput' },
		);
		expect(json).toMatchObject([
			{ outcome: 'sent', clientWaNumber: A },
			{ outcome: 'failed', error: 'Message: nothing is filled in', field: 'message' },
			{ outcome: 'sent', clientWaNumber: C },
		]);
		expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect([await received(A), await received(B), await received(C)]).toEqual([['one'], [], ['three']]);
	});

	test('with an error output the failed item leaves there, with its outcome in the details', async () => {
		const { outputs } = await send(
			[
				{ to: A, text: 'one' },
				{ to: B, text: '' },
			],
			{ onError: 'continueErrorOutput' },
		);
		expect(outputs[0].map(({ json }) => json.outcome)).toEqual(['sent']);
		expect(outputs[1]).toMatchObject([
			{ json: { error: 'Message: nothing is filled in', details: { outcome: 'failed', field: 'message' } } },
		]);
	});
});

test('the key is in no output and no error', async () => {
	const runs = [
		await send([{ to: A, text: 'Hi' }]),
		await send([{ to: A, text: '' }]),
		await send([{ to: A, text: 'Hi' }], { baseUrl: 'http://127.0.0.1:9' }),
		await send([{ to: A, text: 'Hi' }], { apiKey: 'hk_live_wrong_but_secret' }),
	];
	await fixture.fault({ kind: 'resetAfter' });
	runs.push(await send([{ to: A, text: 'Hi' }]));
	for (const { run, error } of runs) {
		const everything = JSON.stringify(run) + JSON.stringify(error) + String(error?.stack);
		expect(everything).not.toContain(KEY);
		expect(everything).not.toContain('hk_live_wrong_but_secret');
		expect(everything).not.toContain('Bearer');
	}
});
