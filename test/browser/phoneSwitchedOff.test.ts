import { PERSON } from './phoneSamples';
import { PhoneEnvironment } from './phoneEnvironment';

/** So many failed attempts in a row make Heltar switch a URL off. */
const FAILURES = 100;

let environment: PhoneEnvironment;
beforeAll(async () => {
	environment = await PhoneEnvironment.open();
});
afterAll(() => environment?.close());
beforeEach(async () => {
	environment.neighbour.status = 404;
	await environment.newPage();
});
afterEach(async () => {
	environment.neighbour.status = 200;
	await environment.register();
});

const notice = () => environment.page.getByRole('alert').filter({ hasText: 'switched off' });
const hook = () => `${environment.neighbour.url}/hook`;
const registered = () => environment.control('GET', '/heltar/webhooks');

/** Every webhook of Heltar fails as often as it takes, with copies of one delivery. */
async function failAll(): Promise<void> {
	await environment.control('POST', '/delivery', { duplicates: FAILURES - 1 });
	await environment.control('POST', '/heltar/inbound', {
		from: PERSON.heltar,
		message: { type: 'text', text: { body: 'Lost' } },
	});
	await environment.control('POST', '/delivery', { duplicates: 0 });
}

test('a webhook that was switched off is seen at once, wherever the page stands, and switched on again there', async () => {
	// The other provider, and no pane that lists webhooks.
	await environment.show('hello-all');
	expect(await notice().count()).toBe(0);
	await failAll();
	await notice().getByText('Heltar has switched off a webhook').waitFor();
	const words = await notice().innerText();
	expect(words).toContain(hook());
	expect(words).toContain(`${FAILURES} attempts in a row failed, the last with “answer 404”`);
	expect(await environment.violations()).toEqual([]);
	await environment.screenshot('phone-switched-off');

	environment.neighbour.status = 200;
	await notice().getByRole('button', { name: 'Switch on again' }).click();
	await notice().waitFor({ state: 'detached' });
	expect(await registered()).toMatchObject([{ url: hook(), isEnabled: true, failures: 0 }]);
	await environment.show('heltar', PERSON.heltar);
	expect((await environment.told(() => environment.write('Heard again'))).text.body).toBe('Heard again');
});

test('several are named together; it shows on a page opened later and goes when a workflow registers anew', async () => {
	const second = `${hook()}/second`;
	await environment.api('heltar', 'POST', '/v1/business/webhook-url', {
		urls: [{ url: second, isEnabled: true }],
	});
	await failAll();
	await environment.newPage({ viewport: { width: 390, height: 800 }, colorScheme: 'dark' });
	await environment.show('heltar');
	await notice().getByText('Heltar has switched off 2 webhooks').waitFor();
	await notice().getByText(second).waitFor();
	await environment.page.getByRole('button', { name: /Asha Verma/ }).click();
	await environment.bubble('Lost').waitFor();
	expect(await environment.violations()).toEqual([]);
	const overflow = await environment.page.evaluate(
		() => document.documentElement.scrollWidth - window.innerWidth,
	);
	expect(overflow).toBe(0);
	await environment.screenshot('phone-narrow-switched-off');

	await environment.register();
	await notice().getByText('Heltar has switched off a webhook').waitFor();
	await environment.api('heltar', 'DELETE', `/v1/business/webhook-url?url=${encodeURIComponent(second)}`);
	await notice().waitFor({ state: 'detached' });
});

test('one that was registered as off is no news', async () => {
	await environment.api('heltar', 'POST', '/v1/business/webhook-url', {
		urls: [{ url: hook(), isEnabled: false }],
	});
	await environment.show('heltar', PERSON.heltar);
	await environment.tab('Webhooks');
	await environment.page.getByText('registered as switched off').waitFor();
	expect(await notice().count()).toBe(0);
});
