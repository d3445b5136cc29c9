import axios from 'axios';
import type { Workflow } from '../../demo/n8nApi';
import { eventually } from '../waiting';
import { liveNames } from './liveProviders';
import { answeredWith, itemsOf, textsOf, TRIGGER, TriggerFixture } from './triggerFixture';

/** A delivery has to be answered within 10 s, on a busy machine too. */
const AT_ONCE = 25;
const MANY_TAKE_MS = 240_000;

describe.each(liveNames)('deliveries of %s', (provider) => {
	// The same code on the same n8n: for the others, fewer will do.
	const [redeliveries, burst] = provider === liveNames[0] ? [1000, 500] : [100, 50];
	let trigger: TriggerFixture;
	let workflow: Workflow;
	beforeAll(async () => {
		trigger = await TriggerFixture.open(provider);
	});
	beforeEach(async () => {
		workflow = await trigger.workflow({ options: { downloadMedia: true } });
		await trigger.fixture.api.activate(workflow);
	});
	afterEach(async () => {
		await trigger.fixture.api.deactivate(workflow);
		expect(await trigger.ownUrls()).toEqual([]);
	});

	it('that are forged get 401 and start nothing', async () => {
		const [url] = await trigger.ownUrls();
		const { id } = await trigger.writes('Genuine');
		const [body] = await trigger.bodiesOf(id);
		const { origin, pathname } = new URL(url);
		const forgeries = [
			{},
			{ headers: { 'x-webhook-secret': 'f'.repeat(64) } },
			{ params: { token: 'f'.repeat(64) } },
		];
		for (const forgery of forgeries) {
			const answer = await axios.post(origin + pathname, body.replaceAll(id, `${id}forged`), {
				...forgery,
				validateStatus: () => true,
			});
			expect(answer.status).toBe(401);
		}
		expect(textsOf(await trigger.executions(workflow, 1))).toEqual(['Genuine']);
	});

	it(
		`that come ${redeliveries} times start one execution`,
		async () => {
			const { id } = await trigger.writes('Once');
			const [body] = await trigger.bodiesOf(id);
			for (let sent = 0; sent < redeliveries; sent += AT_ONCE) {
				const deliveries = await trigger.fixture.control.deliver(body, { copies: AT_ONCE });
				expect(deliveries).toHaveLength(AT_ONCE);
				expect(answeredWith(deliveries)).toEqual([200]);
			}
			expect(textsOf(await trigger.executions(workflow, 1))).toEqual(['Once']);
		},
		MANY_TAKE_MS,
	);

	it(
		`in a burst of ${burst} different messages start ${burst} executions`,
		async () => {
			const words = Array.from({ length: burst }, (_, index) => `burst ${index}`);
			for (let start = 0; start < words.length; start += AT_ONCE) {
				const sent = await Promise.all(
					words.slice(start, start + AT_ONCE).map(async (body) => await trigger.writes(body)),
				);
				expect(answeredWith(sent.flatMap(({ deliveries }) => deliveries))).toEqual([200]);
			}
			const texts = textsOf(await trigger.executions(workflow, words.length));
			expect(texts.sort()).toEqual([...words].sort());
		},
		MANY_TAKE_MS,
	);

	it('with several messages start one execution that keeps their order', async () => {
		const messages = Array.from({ length: 20 }, (_, index) => ({
			from: trigger.customer,
			id: `wamid.order.${provider}.${index}`,
			timestamp: '1770000000',
			type: 'text',
			text: { body: `line ${index}` },
		}));
		expect(answeredWith(await trigger.fixture.control.deliver({ messages }))).toEqual([200]);
		const [execution] = await trigger.executions(workflow, 1);
		expect(itemsOf(execution).map(({ text }) => text)).toEqual(messages.map(({ text }) => text.body));
	});

	it('of a message with its four statuses start one execution', async () => {
		await trigger.writes('Where is my order?');
		const id = await trigger.answers('On its way');
		const told = async (count: number) =>
			await eventually(async () => {
				const statuses = await trigger.fixture.control.delivered(id);
				// One that is on its way has no answer yet.
				return statuses.length >= count && statuses.every(({ status }) => status !== null) && statuses;
			}, `${count} statuses`);
		await told(2);
		for (const status of ['read', 'played']) await trigger.fixture.control.status(id, status);
		const statuses = await told(4);
		expect(statuses.map(({ event, status }) => [event, status])).toEqual(
			['sent', 'delivered', 'read', 'played'].map((event) => [event, 200]),
		);
		expect(textsOf(await trigger.executions(workflow, 1))).toEqual(['Where is my order?']);
	});

	it('of a file bring it along as n8n keeps files', async () => {
		const base64 = Buffer.from('%PDF-1.4 a bill').toString('base64');
		await trigger.fixture.control.inbound({
			from: trigger.customer,
			message: {
				type: 'document',
				document: { mime_type: 'application/pdf', filename: 'bill.pdf', base64 },
			},
		});
		const [execution] = await trigger.executions(workflow, 1);
		const [item] = execution.data.resultData.runData[TRIGGER][0].data!.main[0] as unknown as Array<{
			binary: { data: Record<string, string> };
		}>;
		expect(item.binary.data).toMatchObject({ fileName: 'bill.pdf', mimeType: 'application/pdf' });
	});
});
