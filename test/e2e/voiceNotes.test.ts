import axios from 'axios';
import { exampleWithModel } from './exampleWithModel';
import { endedExecutions } from './executions';
import { liveProvider } from './liveProviders';
import { say } from './stubModel';
import { StubSpeech } from './stubSpeech';

const CUSTOMER = '919800990831';
const QUESTION = 'Are you open today?';
const ANSWER = 'Yes, until nine this evening.';

describe('the example voice-notes.json', () => {
	const shared = exampleWithModel('voice-notes.json', [
		'Chat model',
		'Write down what was said',
		'Speak the answer',
	]);
	let speech: StubSpeech;
	beforeAll(() => {
		speech = new StubSpeech(shared.model);
	});

	const voiceNote = (content: string) => ({
		type: 'audio',
		audio: {
			mime_type: 'audio/ogg; codecs=opus',
			voice: true,
			base64: Buffer.from(content).toString('base64'),
		},
	});
	const sentAs = async (type: string) => {
		const { control } = shared.example.fixture;
		const sends = (await control.requests()).filter(({ path }) => path === '/v1/messages/send');
		const messages = sends.flatMap(({ body }) => (body as { messages: object[] }).messages);
		return messages.filter((message) => 'messageType' in message && message.messageType === type).at(-1);
	};
	let heard = 0;
	const end = async () => (await endedExecutions(shared.example.fixture.api, shared.workflow, ++heard))[0];

	it('hears a voice note and answers with one', async () => {
		const { example, model } = shared;
		speech.words = QUESTION;
		model.says(say(ANSWER));
		const answer = await example.write(CUSTOMER, voiceNote('What a customer says'));
		expect(answer.type).toBe('audio');
		expect((await end()).status).toBe('success');

		expect(speech.heard).toEqual([
			{
				name: expect.stringMatching(/\.og[ga]$/),
				type: expect.stringMatching(/^audio\/ogg/),
				content: Buffer.from('What a customer says'),
			},
		]);
		expect(model.asked.map(({ conversation }) => conversation)).toEqual([[`user: ${QUESTION}`]]);
		expect(speech.spoken).toMatchObject([{ input: ANSWER, response_format: 'opus' }]);

		const sent = (await sentAs('media')) as Record<string, string>;
		expect(sent).toMatchObject({
			clientWaNumber: CUSTOMER,
			mediaType: 'audio',
			mimeType: 'audio/ogg; codecs=opus',
		});
		const headers = liveProvider('heltar').keyHeader(example.fixture.provider.apiKey);
		const { data } = await axios.get<ArrayBuffer>(sent.url, { headers, responseType: 'arraybuffer' });
		expect(Buffer.from(data)).toEqual(speech.fileOf(ANSWER));
		expect(await sentAs('text')).toMatchObject({
			isPrivate: true,
			message: `Voice note: ${QUESTION}\n\nAnswer: ${ANSWER}`,
		});
	});

	it('remembers what was said before', async () => {
		const { example, model } = shared;
		speech.words = 'And tomorrow?';
		model.says(say('Tomorrow as well.'));
		await example.write(CUSTOMER, voiceNote('The next one'));
		expect(model.asked[0].conversation).toEqual([
			`user: ${QUESTION}`,
			`assistant: ${ANSWER}`,
			'user: And tomorrow?',
		]);
		expect((await end()).status).toBe('success');
	});

	it('asks for a text when nobody understands the voice note', async () => {
		const { example, model } = shared;
		speech.words = undefined;
		model.says();
		const answer = await example.write(CUSTOMER, voiceNote('Nothing but wind'));
		expect(answer).toMatchObject({ type: 'text', text: expect.stringMatching(/^Sorry, .*write it/) });
		expect(model.asked).toEqual([]);
		expect((await end()).status).toBe('success');
	});
});
