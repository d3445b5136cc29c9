import { until } from '../waiting';
import { PERSON } from './phoneSamples';
import { PhoneEnvironment } from './phoneEnvironment';

const OTHER = '919800000102';
let environment: PhoneEnvironment;
beforeAll(async () => {
	environment = await PhoneEnvironment.open();
});
afterAll(() => environment?.close());

const text = (message: string, clientWaNumber: string = PERSON.heltar) => ({
	clientWaNumber,
	messageType: 'text',
	message,
});
const sendTo = (message: string) =>
	environment.api('heltar', 'POST', '/v1/messages/send', { messages: [text(message)] });
const faults = () => environment.control('GET', '/faults');

describe('ticks', () => {
	beforeAll(() => environment.show('heltar', PERSON.heltar));

	test('go from delivered to read while the chat is open, and the receiver is told', async () => {
		const [id] = await environment.heltar(text('See this'));
		await environment.tick('See this', 'Read');
		await until(
			() => environment.neighbour.statuses(id as string),
			(all) => all.includes('read'),
		);
		expect(environment.neighbour.statuses(id as string).sort()).toEqual(['delivered', 'read', 'sent']);
	});

	test('stay at delivered, and count as unread, while another chat is open', async () => {
		const [id] = await environment.heltar(text('For later', OTHER), text('And this', OTHER));
		const entry = environment.page.getByRole('button', { name: /Rohan Mehta/ });
		await entry.getByLabel('2 unread').waitFor();
		expect(environment.neighbour.statuses(id as string)).not.toContain('read');
		await entry.click();
		await environment.tick('For later', 'Read');
		await entry.getByLabel('2 unread').waitFor({ state: 'detached' });
	});

	test('show every status the control API gives, and why a message failed', async () => {
		await environment.show('heltar', PERSON.heltar);
		await environment.control('PATCH', `/heltar/customers/${PERSON.heltar}`, { blocksBusiness: true });
		const [id] = await environment.heltar(text('On its way'));
		await environment.tick('On its way', 'Sent');
		const errors = [
			{ code: 131026, title: 'Message undeliverable', error_data: { details: 'No such account' } },
		];
		await environment.control('POST', '/heltar/statuses', { id, status: 'failed', errors });
		const mark = environment
			.bubble('On its way')
			.getByRole('img', { name: /^Failed: 131026: Message undeliverable/ });
		await mark.hover();
		await environment.page.getByRole('tooltip').getByText('No such account').waitFor();
		await environment.control('PATCH', `/heltar/customers/${PERSON.heltar}`, { blocksBusiness: false });
	});

	test('of a customer’s message turn blue when the business marks it as read', async () => {
		await environment.show('hello-all', PERSON['hello-all']);
		const { id } = await environment.told(() => environment.write('Read me'));
		await environment.api('hello-all', 'PUT', `/v1/messages/${encodeURIComponent(id)}`, { status: 'read' });
		await environment.tick('Read me', 'Read');
	});
});

describe('switches that simulate errors', () => {
	beforeAll(() => environment.show('heltar', PERSON.heltar));
	afterEach(async () => {
		await environment.tab('Simulate errors');
		await environment.page.getByRole('button', { name: 'Everything back to normal' }).click();
		await until(faults, (all) => all.length === 0);
	});

	test('answer 429 to the next sends, and the page shows each', async () => {
		await environment.faultSwitch(/^Answer 429/);
		const [fault] = await until(faults, (all) => all.length === 1);
		expect(fault).toMatchObject({ provider: 'heltar', path: '/v1/messages/send', times: 5 });

		await sendTo('Never arrives');
		await environment.page
			.getByRole('button', { name: /POST \/v1\/messages\/send, answered 429 \(simulated\): \S/ })
			.click();
		await environment.page.getByRole('region', { name: 'request body' }).getByText('Never arrives').waitFor();
		expect(await environment.bubble('Never arrives').count()).toBe(0);
		await environment.tab('Simulate errors');
		await environment.page.getByLabel('Answer 429 (too many requests) to the next 4 sends').waitFor();
	});

	test('break the connection after sending: the message arrives all the same', async () => {
		await environment.faultSwitch(/^Break the connection after/);
		await until(faults, (all) => all.length === 1);
		await expect(sendTo('Arrives unnoticed')).rejects.toThrow();
		await environment.tick('Arrives unnoticed', 'Read');
	});

	test('turn themselves off when they have struck as often as they should', async () => {
		await environment.tab('Simulate errors');
		await environment.page.getByLabel('How many sends').fill('1');
		const turned = environment.page.getByLabel('Answer 500 (server error) to the next send');
		await turned.click();
		await environment.page.getByRole('button', { name: 'Simulate errors, some are on' }).waitFor();
		expect(await turned.isChecked()).toBe(true);
		await sendTo('Struck once');
		await environment.page.getByRole('button', { name: 'Simulate errors', exact: true }).waitFor();
		expect(await turned.isChecked()).toBe(false);
	});

	test('close the window: what is not a template is refused', async () => {
		await environment.tab('Simulate errors');
		await environment.page.getByRole('radiogroup').getByText('Closed', { exact: true }).click();
		await until(
			() => environment.control('GET', '/settings'),
			({ heltar }) => heltar.window === 'closed',
		);
		const answer = await sendTo('Too late');
		expect(JSON.stringify(answer)).toContain('131047');
		await environment.page
			.getByRole('button', {
				name: /answered 400: 131047: Message failed to send because more than 24 hours/,
			})
			.last()
			.waitFor();
		await environment.screenshot('phone-refused-reason');
	});

	test('deliver every webhook twice', async () => {
		await environment.faultSwitch('Deliver every webhook twice');
		await until(
			() => environment.control('GET', '/delivery'),
			({ duplicates }) => duplicates === 1,
		);
		await environment.write('Said once');
		const copies = () => environment.neighbour.messages().filter((one) => one.text?.body === 'Said once');
		await until(copies, (all) => all.length === 2);
	});

	test('reject a template', async () => {
		await environment.tab('Simulate errors');
		await environment.page.getByRole('combobox', { name: 'Template' }).click();
		await environment.page.getByRole('option', { name: 'hello_world (en_US)' }).click();
		await environment.page.getByRole('combobox', { name: 'What WhatsApp says of it' }).click();
		await environment.page.getByRole('option', { name: 'rejected' }).click();
		await until(
			() => environment.control('GET', '/heltar/templates'),
			(all) =>
				all.some(
					(one: { name: string; status: string }) => one.name === 'hello_world' && one.status === 'REJECTED',
				),
		);
	});
});

describe('the inspector', () => {
	beforeAll(() => environment.show('heltar', PERSON.heltar));

	test('the request, its answer and the webhooks of a message', async () => {
		const [id] = await environment.heltar(text('Inspect me'));
		await environment.tick('Inspect me', 'Read');
		await environment.choose('Inspect me', 'Inspect');
		const pane = environment.page.getByRole('complementary', { name: 'Inspector' });
		await pane
			.getByText(id as string)
			.first()
			.waitFor();
		await pane.getByRole('region', { name: 'request body' }).getByText('Inspect me').waitFor();
		await pane.getByRole('region', { name: 'answer' }).getByText('Successfully scheduled').waitFor();
		await pane.getByRole('button', { name: /read.*\/hook.*200/ }).click();
		await pane.getByRole('region', { name: 'webhook body' }).getByText('whatsapp_business_account').waitFor();
	});

	test('a webhook that is refused, its retry to come, and then its success', async () => {
		environment.neighbour.status = 503;
		await environment.control('POST', '/delivery', { retryScale: 1 / 600 });
		await environment.tab('Webhooks');
		await environment.write('Told at last');
		const pane = environment.page.getByRole('complementary');
		await pane
			.getByRole('button', { name: /message.*(retry to come|attempts)/ })
			.first()
			.waitFor();
		environment.neighbour.status = 200;
		await pane
			.getByRole('button', { name: /message.*attempts.*200/ })
			.first()
			.waitFor();
		await environment.control('POST', '/delivery', { retryScale: 1 });
	});

	test('the registered URLs', async () => {
		await environment.page.getByText(`${environment.neighbour.url}/hook`).first().waitFor();
		await environment.api(
			'heltar',
			'DELETE',
			`/v1/business/webhook-url?url=${encodeURIComponent(`${environment.neighbour.url}/hook`)}`,
		);
		await environment.page.getByText('A trigger registers its URL').waitFor();
	});
});
