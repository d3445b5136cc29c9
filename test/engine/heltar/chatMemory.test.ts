import type { IDataObject } from 'n8n-workflow';

import { chosen, GENERATIONS } from './fixture';
import { useMemory } from './memoryFixture';

const ASHA = '919800000101';
const BINA = '919800000102';

const fixture = useMemory();

const act = async (parameters: IDataObject) => await fixture.run(parameters);
/** A customer writes; gives what the trigger would put into its item. */
async function write(body: string, from = ASHA): Promise<IDataObject> {
	const message = { from, name: 'Asha', message: { type: 'text', text: { body } } };
	const { id } = await fixture.post<{ id: string }>('/heltar/inbound', message);
	return { id, from, groupId: null, text: body };
}
const answer = async (message: string, options: IDataObject = {}) =>
	await act({ resource: 'message', operation: 'sendText', clientWaNumber: ASHA, message, options });
const reads = async () =>
	(await fixture.requests()).filter(
		({ method, path }) => method === 'GET' && path.startsWith('/v1/messages/'),
	);

describe.each(GENERATIONS)('an agent’s memory, generation %i', (generation) => {
	beforeEach(async () => void (await fixture.settings({ generation })));

	test('is the conversation, without notes and without what it is asked now', async () => {
		await write('Are you open?');
		await answer('Until nine.');
		await answer('Be nice to her.', { isPrivate: true });
		const words = { to: ASHA, text: 'I keep one for you.', by: 'Priya Nair' };
		await fixture.post('/heltar/inbox', words);
		await act({
			resource: 'campaign',
			operation: 'send',
			campaignName: 'Opening',
			clientWaNumber: ASHA,
			templateName: chosen('start_conversation'),
			languageCode: 'en',
		});
		const asked = await write('What did you just offer me?');
		const { memory, error } = await fixture.remember([asked]);
		expect(error).toBeUndefined();
		const [first, second, third, campaign, ...others] = memory!;
		expect([first, second, third]).toEqual([
			'human: Are you open?',
			'ai: Until nine.',
			'ai: [Priya Nair] I keep one for you.',
		]);
		expect(campaign).toMatch(/^ai: \S/);
		expect(others).toEqual([]);
	});
});

test('is read in one call per execution, of the window and a few more; nothing is written', async () => {
	const asked = await write('Hello?');
	await fixture.requests();
	await fixture.remember([asked], { parameters: { windowSize: 5 } });
	expect((await fixture.requests()).map(({ method, path, query }) => ({ method, path, query }))).toEqual([
		{ method: 'GET', path: `/v1/messages/${ASHA}`, query: { limit: '35' } },
	]);
	await fixture.remember([asked], { parameters: { windowSize: 31 } });
	expect((await reads()).map(({ query }) => query)).toEqual([{ limit: '62' }]);
});

test('is read anew by the next execution, and once more by one that goes on for long', async () => {
	const asked = await write('Hello?');
	const again = { execution: 'one' };
	await fixture.remember([asked], again);
	await fixture.remember([asked], again);
	expect(await reads()).toHaveLength(1);
	await fixture.remember([asked]);
	expect(await reads()).toHaveLength(1);
	// Another prompt in the same execution, such as the answer to a question.
	const { memory } = await fixture.remember([await write('Is anybody there?')], again);
	expect(memory).toEqual(['human: Hello?']);
	expect(await reads()).toHaveLength(1);
	const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000);
	try {
		await fixture.remember([asked], again);
	} finally {
		now.mockRestore();
	}
	expect(await reads()).toHaveLength(1);
});

test('holds so many messages, and so many characters', async () => {
	for (const text of ['one', 'two', 'three', 'four']) await write(text);
	const asked = await write('five');
	const remember = async (parameters: IDataObject) =>
		(await fixture.remember([asked], { parameters })).memory;
	expect(await remember({ windowSize: 2 })).toEqual(['human: three', 'human: four']);
	const long = 'x'.repeat(97);
	await write(long);
	const last = await write('six');
	const options = (maxCharacters: number) => ({ parameters: { options: { maxCharacters } } });
	expect((await fixture.remember([last], options(100))).memory).toEqual([`human: ${long}`]);
	expect((await fixture.remember([last], options(105))).memory).toEqual([
		'human: four',
		'human: five',
		`human: ${long}`,
	]);
});

describe('the prompt', () => {
	test('of several messages is left out as a whole, and with what came later', async () => {
		await write('Hello');
		const burst = [await write('I want'), await write('a pizza')];
		await write('and a cola');
		const item = { ...burst[1], messages: burst, messageCount: 2 };
		expect((await fixture.remember([item])).memory).toEqual(['human: Hello']);
	});

	test('does not exist where no message started the run', async () => {
		await write('Hello');
		const parameters = { clientWaNumber: ASHA, messageId: '' };
		expect((await fixture.remember([{}], { parameters })).memory).toEqual(['human: Hello']);
	});

	test('has to be found: otherwise the memory would hold it, too', async () => {
		await fixture.requests();
		const { error } = await fixture.remember([{ from: ASHA }]);
		expect(error?.message).toMatch(/Message ID: none added, the minimum is 1/);
		expect(await reads()).toEqual([]);
	});
});

test('an item without a number names the field', async () => {
	const { error } = await fixture.remember([{ id: 'wamid.a' }]);
	expect(error?.message).toMatch(/^Contact: /);
});

test('nobody is answered with the conversation of another', async () => {
	const [asha, bina] = [await write('Hello'), await write('Hi', BINA)];
	await fixture.requests();
	const { error } = await fixture.remember([asha, bina]);
	expect(error?.message).toMatch(/input items belong to different conversations/);
	expect(error?.description).toMatch(/Loop Over Items/);
	expect(await reads()).toEqual([]);
	expect((await fixture.remember([asha, await write('Are you there?')])).memory).toEqual([]);
});

test('of somebody Heltar does not know yet is empty', async () => {
	const { memory, hints } = await fixture.remember([{ id: 'wamid.a', from: '919811111111' }]);
	expect(memory).toEqual([]);
	expect(hints).toEqual([]);
});

describe('when the conversation cannot be read', () => {
	const fail = async (status: number) =>
		await fixture.fault(
			{ kind: 'status', status, body: { errorMessage: 'No' } },
			{ path: `/v1/messages/${ASHA}` },
		);
	const stop = { parameters: { options: { onReadError: 'stop' } } };

	test('the agent goes on without it, after one try, and says so', async () => {
		const asked = await write('Hello?');
		await fixture.requests();
		await fail(400);
		const { memory, hints, error } = await fixture.remember([asked]);
		expect(error).toBeUndefined();
		expect(memory).toEqual([]);
		expect(hints[0]).toMatch(/no memory in this execution, because the conversation could not be read: .*No/);
		expect(await reads()).toHaveLength(1);
	});

	test('or stops, where that is wanted', async () => {
		const asked = await write('Hello?');
		await fail(400);
		const { memory, error } = await fixture.remember([asked], stop);
		expect(memory).toBeUndefined();
		expect(error?.message).toMatch(/^Could not read the conversation: .*No/);
	});

	test('an agent that stopped reads again when it is started again, one that goes on does not', async () => {
		const asked = await write('Hello?');
		const again = { execution: 'one' };
		const failOnce = { path: `/v1/messages/${ASHA}`, times: 1 };
		await fixture.fault({ kind: 'status', status: 400, body: { errorMessage: 'No' } }, failOnce);
		expect((await fixture.remember([asked], { ...stop, ...again })).error).toBeDefined();
		expect((await fixture.remember([asked], { ...stop, ...again })).memory).toEqual([]);
		await fixture.requests();
		await fixture.fault({ kind: 'status', status: 400, body: { errorMessage: 'No' } }, failOnce);
		for (let round = 0; round < 2; round++) await fixture.remember([asked], { execution: 'two' });
		expect(await reads()).toHaveLength(1);
	});

	test('a key without the right to read is told as such', async () => {
		const asked = await write('Hello?');
		const { apiKey } = await fixture.post<{ apiKey: string }>('/keys', {
			provider: 'heltar',
			scopes: ['clients:read'],
		});
		const { error } = await fixture.remember([asked], { ...stop, apiKey });
		expect(error?.message).toMatch(/^Could not read the conversation: /);
		expect(error?.description).toMatch(/messages:read/);
	});
});
