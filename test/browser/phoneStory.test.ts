import { PERSON } from './phoneSamples';
import { PhoneEnvironment } from './phoneEnvironment';

let environment: PhoneEnvironment;
beforeAll(async () => {
	environment = await PhoneEnvironment.open();
});
afterAll(() => environment?.close());

const clientWaNumber = PERSON.heltar;
const list = {
	type: 'list',
	body: { text: 'Hello Asha! How can we help you *today*?' },
	footer: { text: 'Example Traders, 9 to 18' },
	action: {
		button: 'Show topics',
		sections: [
			{
				rows: [
					{ id: 'order', title: 'Where is my order' },
					{ id: 'return', title: 'Return something' },
				],
			},
		],
	},
};
const order = {
	clientWaNumber,
	messageType: 'template',
	templateName: 'order_update',
	languageCode: 'en',
	variables: [
		{ type: 'header', parameters: [{ type: 'text', text: '1042' }] },
		{
			type: 'body',
			parameters: ['Asha', '1042', 'on its way', 'Friday'].map((text) => ({ type: 'text', text })),
		},
	],
};
const place = {
	clientWaNumber,
	messageType: 'location',
	location: {
		latitude: 18.53,
		longitude: 73.85,
		name: 'Central Market shop',
		address: '12 Station Road, Pune',
	},
};

test('a conversation from the first word to the answer, on a desk, on a phone and at night', async () => {
	const { page } = environment;
	await environment.show('heltar', clientWaNumber);
	await environment.write('Hi, is anybody there?');
	await environment.heltar({ clientWaNumber, messageType: 'interactive', interactive: list });
	await environment.chooseRow('How can we help', 'Show topics', 'Where is my order');
	await environment
		.bubble('Where is my order')
		.getByRole('button', { name: /How can we help/ })
		.first()
		.waitFor();
	await environment.heltar(order);
	await environment.bubble('is on its way').getByRole('img', { name: 'Read' }).waitFor();
	await environment.write('Can I pick it up myself?');
	await environment.heltar(place);
	await environment.bubble('Central Market shop').getByRole('img', { name: 'Read' }).waitFor();
	await environment.choose('is on its way', 'Inspect');
	await page.getByRole('region', { name: 'answer' }).waitFor();
	await page.mouse.move(0, 0);
	await environment.screenshot('phone-desktop');

	await page.emulateMedia({ colorScheme: 'dark' });
	await environment.screenshot('phone-dark');

	await page.emulateMedia({ colorScheme: 'light' });
	await page.setViewportSize({ width: 390, height: 800 });
	await environment.bubble('Central Market shop').waitFor();
	await page.waitForTimeout(300);
	await environment.screenshot('phone-narrow');
	expect(await page.getByRole('article').count()).toBe(6);
	const below = await page
		.getByTestId('messages')
		.evaluate((list) => list.scrollHeight - list.scrollTop - list.clientHeight);
	expect(below).toBeLessThan(2);
	expect(environment.strayRequests).toEqual([]);
});
