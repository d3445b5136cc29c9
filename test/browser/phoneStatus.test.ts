import { until } from '../waiting';
import { PERSON } from './phoneSamples';
import { PhoneStage } from './phoneStage';

const OTHER = '919800000102';
let stage: PhoneStage;
beforeAll(async () => {
	stage = await PhoneStage.open();
}, 30_000);
afterAll(() => stage?.close());

const text = (message: string, clientWaNumber: string = PERSON.heltar) => ({
	clientWaNumber,
	messageType: 'text',
	message,
});
const sendTo = (message: string) =>
	stage.api('heltar', 'POST', '/v1/messages/send', { messages: [text(message)] });
const faults = () => stage.control('GET', '/faults');

describe('ticks', () => {
	beforeAll(() => stage.show('heltar', PERSON.heltar));

	test('go from delivered to read while the chat is open, and the receiver is told', async () => {
		const [id] = await stage.heltar(text('See this'));
		await stage.tick('See this', 'Read');
		await until(
			() => stage.neighbour.statuses(id as string),
			(all) => all.includes('read'),
		);
		expect(stage.neighbour.statuses(id as string).sort()).toEqual(['delivered', 'read', 'sent']);
	});

	test('stay at delivered, and count as unread, while another chat is open', async () => {
		const [id] = await stage.heltar(text('For later', OTHER), text('And this', OTHER));
		const entry = stage.page.getByRole('button', { name: /Rohan Mehta/ });
		await entry.getByLabel('2 unread').waitFor();
		expect(stage.neighbour.statuses(id as string)).not.toContain('read');
		await entry.click();
		await stage.tick('For later', 'Read');
		await entry.getByLabel('2 unread').waitFor({ state: 'detached' });
	});

	test('show every status the control API gives, and why a message failed', async () => {
		await stage.show('heltar', PERSON.heltar);
		await stage.control('PATCH', `/heltar/customers/${PERSON.heltar}`, { blocksBusiness: true });
		const [id] = await stage.heltar(text('On its way'));
		await stage.tick('On its way', 'Sent');
		const errors = [
			{ code: 131026, title: 'Message undeliverable', error_data: { details: 'No such account' } },
		];
		await stage.control('POST', '/heltar/statuses', { id, status: 'failed', errors });
		const mark = stage
			.bubble('On its way')
			.getByRole('img', { name: /^Failed: 131026: Message undeliverable/ });
		await mark.hover();
		await stage.page.getByRole('tooltip').getByText('No such account').waitFor();
		await stage.control('PATCH', `/heltar/customers/${PERSON.heltar}`, { blocksBusiness: false });
	});

	test('of a customer’s message turn blue when the business marks it as read', async () => {
		await stage.show('hello-all', PERSON['hello-all']);
		const { id } = await stage.told(() => stage.write('Read me'));
		await stage.api('hello-all', 'PUT', `/v1/messages/${encodeURIComponent(id)}`, { status: 'read' });
		await stage.tick('Read me', 'Read');
	});
});

describe('trouble switches', () => {
	beforeAll(() => stage.show('heltar', PERSON.heltar));
	afterEach(async () => {
		await stage.tab('Trouble');
		await stage.page.getByRole('button', { name: 'Everything back to normal' }).click();
		await until(faults, (all) => all.length === 0);
	});

	test('answer 429 to the next sends, and the page shows each', async () => {
		await stage.trouble(/^Answer 429/);
		const [fault] = await until(faults, (all) => all.length === 1);
		expect(fault).toMatchObject({ provider: 'heltar', path: '/v1/messages/send', times: 5 });

		await sendTo('Never arrives');
		await stage.page
			.getByRole('button', { name: /POST \/v1\/messages\/send, answered 429 \(trouble/ })
			.click();
		await stage.page.getByRole('region', { name: 'request body' }).getByText('Never arrives').waitFor();
		expect(await stage.bubble('Never arrives').count()).toBe(0);
		await stage.tab('Trouble');
		await stage.page.getByLabel('Answer 429 (too many requests) to the next 4 sends').waitFor();
	});

	test('break the connection after sending: the message arrives all the same', async () => {
		await stage.trouble(/^Break the connection after/);
		await until(faults, (all) => all.length === 1);
		await expect(sendTo('Arrives unnoticed')).rejects.toThrow();
		await stage.tick('Arrives unnoticed', 'Read');
	});

	test('turn themselves off when they have struck as often as they should', async () => {
		await stage.tab('Trouble');
		await stage.page.getByLabel('How many sends').fill('1');
		const turned = stage.page.getByLabel('Answer 500 (server error) to the next send');
		await turned.click();
		await stage.page.getByRole('button', { name: 'Trouble switches, some are on' }).waitFor();
		expect(await turned.isChecked()).toBe(true);
		await sendTo('Struck once');
		await stage.page.getByRole('button', { name: 'Trouble switches', exact: true }).waitFor();
		expect(await turned.isChecked()).toBe(false);
	});

	test('close the window: what is not a template is refused', async () => {
		await stage.tab('Trouble');
		await stage.page.getByRole('radiogroup').getByText('Closed', { exact: true }).click();
		await until(
			() => stage.control('GET', '/settings'),
			({ heltar }) => heltar.window === 'closed',
		);
		const answer = await sendTo('Too late');
		expect(JSON.stringify(answer)).toContain('131047');
		await stage.page
			.getByRole('button', { name: /answered 400/ })
			.last()
			.waitFor();
	});

	test('deliver every webhook twice', async () => {
		await stage.trouble('Deliver every webhook twice');
		await until(
			() => stage.control('GET', '/delivery'),
			({ duplicates }) => duplicates === 1,
		);
		await stage.write('Said once');
		const copies = () => stage.neighbour.messages().filter((one) => one.text?.body === 'Said once');
		await until(copies, (all) => all.length === 2);
	});

	test('reject a template', async () => {
		await stage.tab('Trouble');
		await stage.page.getByRole('combobox', { name: 'Template' }).click();
		await stage.page.getByRole('option', { name: 'hello_world (en_US)' }).click();
		await stage.page.getByRole('combobox', { name: 'What WhatsApp says of it' }).click();
		await stage.page.getByRole('option', { name: 'rejected' }).click();
		await until(
			() => stage.control('GET', '/heltar/templates'),
			(all) =>
				all.some(
					(one: { name: string; status: string }) => one.name === 'hello_world' && one.status === 'REJECTED',
				),
		);
	});
});

describe('behind the glass', () => {
	beforeAll(() => stage.show('heltar', PERSON.heltar));

	test('the request, its answer and the webhooks of a message', async () => {
		const [id] = await stage.heltar(text('Look behind me'));
		await stage.tick('Look behind me', 'Read');
		await stage.choose('Look behind me', 'Look behind the glass');
		const pane = stage.page.getByRole('complementary', { name: 'Behind the glass' });
		await pane
			.getByText(id as string)
			.first()
			.waitFor();
		await pane.getByRole('region', { name: 'request body' }).getByText('Look behind me').waitFor();
		await pane.getByRole('region', { name: 'answer' }).getByText('Successfully scheduled').waitFor();
		await pane.getByRole('button', { name: /read.*\/hook.*200/ }).click();
		await pane.getByRole('region', { name: 'webhook body' }).getByText('whatsapp_business_account').waitFor();
	});

	test('a webhook that is refused, its retry to come, and then its success', async () => {
		stage.neighbour.status = 503;
		await stage.control('POST', '/delivery', { retryScale: 1 / 600 });
		await stage.tab('Webhooks');
		await stage.write('Told at last');
		const pane = stage.page.getByRole('complementary');
		await pane
			.getByRole('button', { name: /message.*(retry to come|attempts)/ })
			.first()
			.waitFor();
		stage.neighbour.status = 200;
		await pane
			.getByRole('button', { name: /message.*attempts.*200/ })
			.first()
			.waitFor({ timeout: 15_000 });
		await stage.control('POST', '/delivery', { retryScale: 1 });
	}, 25_000);

	test('the registered URLs', async () => {
		await stage.page.getByText(`${stage.neighbour.url}/hook`).first().waitFor();
		await stage.api(
			'heltar',
			'DELETE',
			`/v1/business/webhook-url?url=${encodeURIComponent(`${stage.neighbour.url}/hook`)}`,
		);
		await stage.page.getByText('A trigger registers its URL').waitFor();
	});
});
