import { PERSON } from './phoneSamples';
import { PhoneStage } from './phoneStage';

let stage: PhoneStage;
beforeAll(async () => {
	stage = await PhoneStage.open();
}, 30_000);
afterAll(() => stage?.close());

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
	const { page } = stage;
	await stage.show('heltar', clientWaNumber);
	await stage.write('Hi, is anybody there?');
	await stage.heltar({ clientWaNumber, messageType: 'interactive', interactive: list });
	await stage.chooseRow('How can we help', 'Show topics', 'Where is my order');
	await stage
		.bubble('Where is my order')
		.getByRole('button', { name: /How can we help/ })
		.first()
		.waitFor();
	await stage.heltar(order);
	await stage.bubble('is on its way').getByRole('img', { name: 'Read' }).waitFor();
	await stage.write('Can I pick it up myself?');
	await stage.heltar(place);
	await stage.bubble('Central Market shop').getByRole('img', { name: 'Read' }).waitFor();
	await stage.choose('is on its way', 'Look behind the glass');
	await page.getByRole('region', { name: 'answer' }).waitFor();
	await page.mouse.move(0, 0);
	await stage.screenshot('phone-desktop');

	await page.emulateMedia({ colorScheme: 'dark' });
	await stage.screenshot('phone-dark');

	await page.emulateMedia({ colorScheme: 'light' });
	await page.setViewportSize({ width: 390, height: 800 });
	await stage.bubble('Central Market shop').waitFor();
	await page.waitForTimeout(300);
	await stage.screenshot('phone-narrow');
	expect(await page.getByRole('article').count()).toBe(6);
	const below = await page
		.getByTestId('messages')
		.evaluate((list) => list.scrollHeight - list.scrollTop - list.clientHeight);
	expect(below).toBeLessThan(2);
	expect(stage.strayRequests).toEqual([]);
});
