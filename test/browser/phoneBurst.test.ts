import { until } from '../waiting';
import { PhoneEnvironment } from './phoneEnvironment';
import type { Told } from './phonePage';
import { PERSON } from './phoneSamples';

let environment: PhoneEnvironment;
beforeAll(async () => {
	environment = await PhoneEnvironment.open();
	await environment.show('heltar', PERSON.heltar);
});
afterAll(() => environment?.close());

async function attach(entry: string): Promise<void> {
	await environment.page.getByRole('button', { name: 'Attach', exact: true }).click();
	await environment.page.getByRole('menuitem', { name: entry }).click();
}

/** What the neighbour is told of from now on, once it is so many. */
async function messagesAfter(doing: () => Promise<unknown>, count: number): Promise<Told[]> {
	const before = environment.neighbour.messages().length;
	await doing();
	const all = await until(
		() => environment.neighbour.messages(),
		(told) => told.length >= before + count,
	);
	return all.slice(before);
}

const texts = (told: Told[]) => told.map(({ text }) => text.body);

test('three messages in a row, a second apart', async () => {
	const told = await messagesAfter(() => attach('Three messages in a row'), 3);
	expect(texts(told)).toEqual(['Hi', 'I have a question', 'It is about order 1042']);
	const times = await Promise.all(
		told.map(async ({ id }) => (await environment.control('GET', `/heltar/messages/${id}`)).message.at),
	);
	const [first, second, third] = times.map((at) => Date.parse(at));
	// A busy machine takes in one of them later than it came.
	expect(second - first).toBeGreaterThanOrEqual(500);
	expect(third - second).toBeGreaterThanOrEqual(500);
});

test('each line that was typed, without the empty ones', async () => {
	await environment.page
		.getByRole('textbox', { name: 'Message', exact: true })
		.fill('Wait\n\n  one more thing ');
	const told = await messagesAfter(() => attach('Each line as a message'), 2);
	expect(texts(told)).toEqual(['Wait', 'one more thing']);
	await environment.bubble('one more thing').waitFor();
	expect(await environment.page.getByRole('textbox', { name: 'Message', exact: true }).inputValue()).toBe('');
});

test('a voice note that was recorded before', async () => {
	const [told] = await messagesAfter(() => attach('Voice note, recorded before'), 1);
	expect(told).toMatchObject({ type: 'audio', audio: { mime_type: 'audio/ogg; codecs=opus', voice: true } });
	const answer = await fetch(`${environment.sandbox.url}/_sandbox/heltar/files/${told.audio.id}`);
	expect(Buffer.from(await answer.arrayBuffer()).toString('latin1', 0, 4)).toBe('OggS');
});

test('a message is sent again, as a new one', async () => {
	const [first] = await messagesAfter(() => environment.write('Is it there yet?'), 1);
	await environment.bubble('Is it there yet?').hover();
	await environment
		.bubble('Is it there yet?')
		.getByRole('button', { name: /^Actions for/ })
		.click();
	const [again] = await messagesAfter(
		() => environment.page.getByRole('menuitem', { name: 'Send again' }).click(),
		1,
	);
	expect(again).toMatchObject({ type: 'text', text: { body: 'Is it there yet?' } });
	expect(again.id).not.toBe(first.id);
});

test('the bot is switched off as in the provider’s inbox, and the chat says so', async () => {
	const contact = async () => (await environment.api('heltar', 'GET', `/v1/clients/${PERSON.heltar}`)).data;
	expect((await contact()).isBotReply).toBe(true);
	await environment.page.getByRole('button', { name: 'Customer settings' }).click();
	await environment.page.getByLabel('The bot answers').click();
	await environment.page.getByText('a person answers, bot off').waitFor();
	expect((await contact()).isBotReply).toBe(false);

	// By the API, as a workflow would.
	await environment.api('heltar', 'PUT', `/v1/clients/bot/toggle/${PERSON.heltar}`, { isBotReply: true });
	await environment.page.getByText('a person answers, bot off').waitFor({ state: 'detached' });
});

test('a provider without such a switch shows none', async () => {
	await environment.show('hello-all', PERSON['hello-all']);
	await environment.page.getByRole('button', { name: 'Customer settings' }).click();
	await environment.page.getByLabel('Opted out of messages').waitFor();
	expect(await environment.page.getByLabel('The bot answers').count()).toBe(0);
});
