import { until } from '../waiting';
import { tone } from './phoneFiles';
import { BUTTONS, LIST_ACTION, PERSON } from './phoneSamples';
import { PhoneEnvironment, type Provider } from './phoneEnvironment';

let environment: PhoneEnvironment;
beforeAll(async () => {
	environment = await PhoneEnvironment.open();
});
afterAll(() => environment?.close());

const sendInteractive = async (provider: Provider, interactive: object): Promise<string> => {
	const [id] =
		provider === 'heltar'
			? await environment.heltar({ clientWaNumber: PERSON.heltar, messageType: 'interactive', interactive })
			: await environment.helloAll({ to: PERSON['hello-all'], type: 'interactive', interactive });
	return id as string;
};

describe.each(Object.keys(PERSON))('a customer at %s', (provider) => {
	beforeAll(() => environment.show(provider, PERSON[provider]));

	test('writes, and the receiver of webhooks is told', async () => {
		const told = await environment.told(() => environment.write('Is anybody there?'));
		expect(told).toMatchObject({ from: PERSON[provider], type: 'text', text: { body: 'Is anybody there?' } });
		await environment.bubble('Is anybody there?').waitFor();
	});

	test('writes several lines with Shift and Enter', async () => {
		const field = environment.page.getByRole('textbox', { name: 'Message', exact: true });
		await field.fill('one');
		await field.press('Shift+Enter');
		await field.pressSequentially('two');
		const told = await environment.told(() => field.press('Enter'));
		expect(told.text.body).toBe('one\ntwo');
	});

	test('taps a button', async () => {
		const id = await sendInteractive(provider, {
			type: 'button',
			body: { text: 'Deliver today?' },
			action: { buttons: BUTTONS },
		});
		const told = await environment.told(() =>
			environment.bubble('Deliver today?').getByRole('button', { name: 'Yes, please' }).click(),
		);
		expect(told).toMatchObject({
			type: 'interactive',
			interactive: { type: 'button_reply', button_reply: { id: 'yes', title: 'Yes, please' } },
			context: { id },
		});
	});

	test('chooses from a list', async () => {
		const id = await sendInteractive(provider, {
			type: 'list',
			body: { text: 'Topic?' },
			action: LIST_ACTION,
		});
		await environment.bubble('Topic?').getByRole('button', { name: 'Topics' }).click();
		const sheet = environment.page.getByRole('dialog', { name: 'Topics' });
		await sheet.getByRole('radio', { name: 'Where is my order' }).waitFor();
		expect(await sheet.getByRole('radio').count()).toBe(3);
		await sheet.getByRole('radio', { name: 'Where is my order' }).check();
		const told = await environment.told(() => sheet.getByRole('button', { name: 'Send' }).click());
		expect(told.interactive).toEqual({
			type: 'list_reply',
			list_reply: { id: 'track', title: 'Where is my order', description: 'With the parcel number' },
		});
		expect(told.context).toMatchObject({ id });
	});

	test('sends a file from disk with a caption', async () => {
		await environment.page.getByRole('textbox', { name: 'Message', exact: true }).fill('My recording');
		await environment.page.getByRole('button', { name: 'Attach', exact: true }).click();
		const chooser = environment.page.waitForEvent('filechooser');
		await environment.page.getByRole('menuitem', { name: 'Document' }).click();
		const told = await environment.told(async () =>
			(await chooser).setFiles({ name: 'tone.wav', mimeType: 'audio/wav', buffer: tone() }),
		);
		expect(told).toMatchObject({
			type: 'document',
			document: { filename: 'tone.wav', mime_type: 'audio/wav', caption: 'My recording' },
		});
		const file = await fetch(`${environment.sandbox.url}/_sandbox/${provider}/files/${told.document.id}`);
		expect(Buffer.from(await file.arrayBuffer()).equals(tone())).toBe(true);
		await environment.bubble('tone.wav').waitFor();
	});

	test('sends a location and a contact', async () => {
		await environment.page.getByRole('button', { name: 'Attach', exact: true }).click();
		await environment.page.getByRole('menuitem', { name: 'Location' }).click();
		const place = environment.page.getByRole('dialog', { name: 'Send a location' });
		await place.getByLabel('Name of the place').fill('Old harbour');
		await place.getByLabel('Latitude').fill('12.5');
		const there = await environment.told(() =>
			place.getByRole('button', { name: 'Send the location' }).click(),
		);
		expect(there.location).toEqual({ latitude: 12.5, longitude: 73.8567, name: 'Old harbour' });

		await environment.page.getByRole('button', { name: 'Attach', exact: true }).click();
		await environment.page.getByRole('menuitem', { name: 'Contact' }).click();
		const card = environment.page.getByRole('dialog', { name: 'Send a contact' });
		await card.getByLabel('First name').fill('Leela');
		await card.getByLabel('Phone number').fill('+91 98000 00777');
		const who = await environment.told(() => card.getByRole('button', { name: 'Send the contact' }).click());
		expect(who.contacts[0]).toMatchObject({
			name: { formatted_name: 'Leela', first_name: 'Leela' },
			phones: [{ phone: '+91 98000 00777', wa_id: '919800000777' }],
		});
	});

	test('answers a message, and the bubble shows what was answered', async () => {
		const id = await sendInteractive(provider, {
			type: 'button',
			body: { text: 'Question of the day' },
			action: { buttons: BUTTONS },
		});
		await environment.choose('Question of the day', 'Reply');
		const told = await environment.told(() => environment.write('My answer to it'));
		expect(told.context).toMatchObject({ id });
		await environment
			.bubble('My answer to it')
			.getByRole('button', { name: /Question of the day/ })
			.first()
			.waitFor();
	});

	test('reacts, and takes it back', async () => {
		const told = await environment.told(() => environment.choose('Question of the day', 'React with ❤️'));
		expect(told).toMatchObject({ type: 'reaction', reaction: { emoji: '❤️' } });
		const mark = environment.page.getByRole('button', { name: /^Your reaction/ });
		const back = await environment.told(() => mark.click());
		expect(back.reaction).toEqual({ message_id: told.reaction.message_id, emoji: '' });
		await mark.waitFor({ state: 'detached' });
	});
});

describe('forms of the business', () => {
	beforeAll(() => environment.show('heltar', PERSON.heltar));
	const ask = (type: string, text: string, action: object) =>
		sendInteractive('heltar', { type, body: { text }, action });

	test('an address request', async () => {
		await ask('address_message', 'Your address?', { name: 'address_message', parameters: { country: 'IN' } });
		await environment.bubble('Your address?').getByRole('button', { name: 'Provide address' }).click();
		const sheet = environment.page.getByRole('dialog', { name: 'Address' });
		await sheet.getByLabel('Address').fill('7 Lake View');
		await sheet.getByLabel('Postal code').fill('411001');
		const told = await environment.told(() =>
			sheet.getByRole('button', { name: 'Send the address' }).click(),
		);
		expect(told.interactive).toMatchObject({ type: 'nfm_reply', nfm_reply: { name: 'address_message' } });
		expect(JSON.parse(told.interactive.nfm_reply.response_json).values).toMatchObject({
			name: 'Asha Verma',
			address: '7 Lake View',
			in_pin_code: '411001',
		});
	});

	test('a location request', async () => {
		const id = await ask('location_request_message', 'Where are you?', { name: 'send_location' });
		await environment.bubble('Where are you?').getByRole('button', { name: 'Send location' }).click();
		const told = await environment.told(() =>
			environment.page.getByRole('button', { name: 'Send the location' }).click(),
		);
		expect(told).toMatchObject({ type: 'location', context: { id } });
	});

	test('a flow', async () => {
		await ask('flow', 'A table?', {
			name: 'flow',
			parameters: {
				flow_id: '8841',
				flow_message_version: '3',
				flow_token: 'token-9',
				flow_cta: 'Book',
				flow_action: 'navigate',
				flow_action_payload: { screen: 'TABLE' },
			},
		});
		await environment.bubble('A table?').getByRole('button', { name: 'Book' }).click();
		await environment.page.getByLabel('Name of field 1').fill('guests');
		await environment.page.getByLabel('Value of field 1').fill('4');
		const told = await environment.told(() =>
			environment.page.getByRole('button', { name: 'Send the form' }).click(),
		);
		expect(JSON.parse(told.interactive.nfm_reply.response_json)).toEqual({
			flow_token: 'token-9',
			guests: '4',
		});
	});

	test('an order from the catalogue', async () => {
		await ask('catalog_message', 'All our cups', { name: 'catalog_message' });
		await environment.bubble('All our cups').getByRole('button', { name: 'View catalogue' }).click();
		await environment.page.getByLabel('How many of SKU-8').fill('2');
		const told = await environment.told(() =>
			environment.page.getByRole('button', { name: 'Send the order' }).click(),
		);
		expect(told.order).toMatchObject({
			catalog_id: '700100200300',
			product_items: [{ product_retailer_id: 'SKU-8', quantity: 2, item_price: 349, currency: 'INR' }],
		});
	});

	test('a quick reply of a template carries the payload it was sent with', async () => {
		await environment.heltar({
			clientWaNumber: PERSON.heltar,
			messageType: 'template',
			templateName: 'feedback_request',
			languageCode: 'en',
			variables: [
				{ type: 'body', parameters: [{ type: 'text', text: 'Asha' }] },
				{
					type: 'button',
					sub_type: 'quick_reply',
					index: 1,
					parameters: [{ type: 'payload', payload: 'RATED_FINE' }],
				},
			],
		});
		const told = await environment.told(() =>
			environment.bubble('how was your visit').getByRole('button', { name: 'It was fine' }).click(),
		);
		expect(told).toMatchObject({ type: 'button', button: { payload: 'RATED_FINE', text: 'It was fine' } });
	});
});

describe('what a customer decides', () => {
	const NEWCOMER = '447700900555';
	const settings = async (label: string) => {
		await environment.page.getByRole('button', { name: 'Customer settings' }).click();
		const box = environment.page.getByLabel(label);
		const before = await box.isChecked();
		await box.click();
		await until(
			() => box.isChecked(),
			(now) => now !== before,
		);
		await environment.page.keyboard.press('Escape');
		await box.waitFor({ state: 'detached' });
	};
	const person = () => environment.control('GET', `/heltar/customers/${NEWCOMER}`);

	test('somebody new comes', async () => {
		await environment.show('heltar');
		await environment.newCustomer('Noor', '+44 7700 900555');
		const told = await environment.told(() => environment.write('I am new here'));
		expect(told.from).toBe(NEWCOMER);
	});

	test('hides the number: the business sees the user id alone', async () => {
		await settings('Hide my number');
		await until(person, ({ hidesNumber }) => hidesNumber === true);
		const { userId } = await person();
		const told = await environment.told(() => environment.write('Guess who'));
		expect(told.from).toBeUndefined();
		expect(told.from_user_id).toBe(userId);
		await settings('Hide my number');
		await until(person, ({ hidesNumber }) => hidesNumber === false);
	});

	test('blocks the business: nothing is delivered any more', async () => {
		await settings('Block the business');
		await until(person, ({ blocksBusiness }) => blocksBusiness === true);
		await environment.heltar({ clientWaNumber: NEWCOMER, messageType: 'text', message: 'Do you hear us?' });
		await environment.bubble('Do you hear us?').getByRole('img', { name: 'Sent', exact: true }).waitFor();
		await settings('Block the business');
		await until(person, ({ blocksBusiness }) => blocksBusiness === false);
	});

	test('opts out: the provider refuses, and the chat says so', async () => {
		await settings('Opted out of messages');
		await until(person, ({ optedIn }) => optedIn === false);
		const answer = await environment.api('heltar', 'POST', '/v1/messages/send', {
			messages: [{ clientWaNumber: NEWCOMER, messageType: 'text', message: 'Our newest offer' }],
		});
		expect(JSON.stringify(answer)).toContain('Client has not opted in');
		await environment
			.bubble('Our newest offer')
			.getByText(/No phone ever showed this.*not opted in/)
			.waitFor();
	});
});
