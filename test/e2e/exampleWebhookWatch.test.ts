import axios from 'axios';
import { eventually } from '../waiting';
import { UNHURRIED } from './environment';
import { ExampleFixture, outputOf, text } from './exampleFixture';

const COLLEAGUE = '447700900123';
const CUSTOMER = '919800990401';
/** Each is tried six times. */
const MOST_MESSAGES = 40;
const ELSEWHERE = 'http://127.0.0.1:9/elsewhere';

let watch: ExampleFixture;
let echo: ExampleFixture;
beforeAll(async () => {
	watch = await ExampleFixture.open('webhook-watch.json');
	echo = await ExampleFixture.open('heltar-echo.json');
	await echo.publish();
});
afterAll(async () => await echo.close());

/** Nobody answers in time, until the provider gives up: after 100 failed attempts in a row. */
async function failDeliveries(): Promise<void> {
	const { control } = watch.fixture;
	await control.delivery({ timeoutScale: 0.0001, retryScale: 0.000001 });
	const isOff = async () => (await control.registrations()).some(({ switchedOff }) => switchedOff);
	for (let message = 0; message < MOST_MESSAGES && !(await isOff()); message += 1) {
		await control
			.inbound({ from: `9198009905${String(message).padStart(2, '0')}`, message: text('Anybody there?') })
			.catch(() => undefined);
	}
	await control.delivery({ ...UNHURRIED, retryScale: 1 });
}

const look = async () => {
	const execution = await watch.fixture.api.run(await watch.create(), 'Every hour');
	expect([execution.status, execution.data.resultData.error?.message]).toEqual(['success', undefined]);
	return outputOf(execution, 'Switched off').map(({ url }) => url);
};

it('leaves webhooks alone that are on', async () => {
	expect(await look()).toEqual([]);
});

it('switches on what the provider switched off, with its secret, and tells a colleague', async () => {
	const { control, baseUrl } = watch.fixture;
	const [own] = await control.registrations();
	// A webhook of another system, which somebody switched off on purpose.
	await axios.post(
		`${baseUrl}/v1/business/webhook-url`,
		{ urls: [{ url: ELSEWHERE, isEnabled: false }] },
		{ headers: { Authorization: `Bearer ${watch.fixture.provider.apiKey}` } },
	);
	await failDeliveries();
	expect((await control.registrations())[0]).toMatchObject({
		isEnabled: false,
		switchedOff: expect.anything(),
	});
	expect(await look()).toEqual([own.url]);
	const told = await eventually(
		async () => (await watch.heard(COLLEAGUE)).at(-1),
		'a message to a colleague',
	);
	expect(told.text).toContain(`switched off the webhook ${own.url}. It is on again.`);
	expect(await control.registrations()).toMatchObject([own, { url: ELSEWHERE, isEnabled: false }]);
	// The trigger knows the secret: a delivery starts the workflow again.
	expect((await echo.write(CUSTOMER, text('Are you there?'))).text).toMatch(/Are you there\?/);
});
