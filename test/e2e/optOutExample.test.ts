import { join } from 'node:path';
import { allExamples } from '../../demo/environment';
import type { Workflow } from '../../demo/n8nApi';
import { eventually } from '../waiting';
import type { Fixture } from './environment';
import { openFixture } from './environment';

const CUSTOMER = '447700900391';

/** The example that keeps a list of opt-outs. */
describe('opt-out.json', () => {
	let fixture: Fixture;
	let workflow: Workflow;
	beforeAll(async () => {
		fixture = await openFixture('heltar');
		const credentials = new Map([[fixture.provider, fixture.credential]]);
		const examples = new Map(await allExamples(join(__dirname, '..', '..'), credentials));
		workflow = await fixture.api.createWorkflow(examples.get('opt-out.json')!);
		await fixture.api.activate(workflow);
	});
	afterAll(async () => await fixture.api.deactivate(workflow));

	let started = 0;
	/** Waits until one more execution has ended well. */
	const oneMore = async () => {
		started += 1;
		const count = async (status?: string) => await fixture.api.countExecutions(workflow.id, status);
		await eventually(async () => (await count('success')) === started, `execution ${started}`);
		expect(await count()).toBe(started);
	};
	const writes = async (body: string) => {
		const message = { type: 'text', text: { body } };
		const { deliveries } = await fixture.control.inbound({ from: CUSTOMER, name: 'Asha', message });
		expect(deliveries).toMatchObject([{ status: 200 }]);
	};
	const switches = async (value: 'stop' | 'resume') => {
		const preference = { wa_id: CUSTOMER, category: 'marketing_messages', value, timestamp: 1_770_000_000 };
		const metadata = { display_phone_number: '447700900999', phone_number_id: '2' };
		const change = {
			field: 'user_preferences',
			value: { messaging_product: 'whatsapp', metadata, user_preferences: [preference] },
		};
		await fixture.control.deliver({
			object: 'whatsapp_business_account',
			entry: [{ id: '1', changes: [change] }],
		});
	};
	const answers = async () =>
		(await fixture.control.conversation(CUSTOMER))
			.filter(({ direction }) => direction === 'out')
			.map(({ text }) => text);
	const listed = async () => {
		const headers = { authorization: `Bearer ${fixture.provider.apiKey}` };
		const answer = await fetch(`${fixture.baseUrl}/v1/clients/client-attributes/${CUSTOMER}`, { headers });
		const { data } = (await answer.json()) as { data: { attributes: Record<string, unknown> } };
		return data.attributes.opted_out;
	};
	const DATE = /^\d{4}-\d\d-\d\dT/;
	const [BYE, WELCOME] = [/no more news/, /Welcome back/];

	it('starts nothing for any other message', async () => {
		await writes('Hello');
		await writes('stop it now please');
		expect(await fixture.api.countExecutions(workflow.id)).toBe(0);
	});

	it('notes who opts out, and answers once', async () => {
		await writes('Abmelden');
		await oneMore();
		const since = await listed();
		expect(since).toMatch(DATE);
		expect(await answers()).toEqual([expect.stringMatching(BYE)]);

		await writes('退订');
		await oneMore();
		expect(await answers()).toHaveLength(1);
		expect(await listed()).toBe(since);
	});

	it('takes them off the list when they opt in', async () => {
		await writes('Anmelden');
		await oneMore();
		expect(await listed()).toBe('no');
		expect(await answers()).toEqual([expect.stringMatching(BYE), expect.stringMatching(WELCOME)]);
	});

	it('notes WhatsApp’s own switch without a word', async () => {
		await switches('stop');
		await oneMore();
		expect(await listed()).toMatch(DATE);
		await switches('resume');
		await oneMore();
		expect(await listed()).toBe('no');
		expect(await answers()).toHaveLength(2);
	});

	it('notes whom Heltar itself opted out, to whom nothing can be sent', async () => {
		await writes('STOP');
		await oneMore();
		expect(await listed()).toMatch(DATE);
		expect(await answers()).toHaveLength(2);
		await writes('START');
		await oneMore();
		expect(await listed()).toBe('no');
		expect(await answers()).toHaveLength(3);
	});
});
