import { PERSON } from './phoneSamples';
import { PhoneStage } from './phoneStage';

/** So many failed attempts in a row make Heltar switch a URL off. */
const FAILURES = 100;

let stage: PhoneStage;
beforeAll(async () => {
	stage = await PhoneStage.open();
}, 30_000);
afterAll(() => stage?.close());
beforeEach(async () => {
	stage.neighbour.status = 404;
	await stage.newPage();
});
afterEach(async () => {
	stage.neighbour.status = 200;
	await stage.register();
});

const notice = () => stage.page.getByRole('alert').filter({ hasText: 'switched off' });
const hook = () => `${stage.neighbour.url}/hook`;
const registered = () => stage.control('GET', '/heltar/webhooks');

/** Every webhook of Heltar fails as often as it takes. */
async function failAll(): Promise<void> {
	for (let round = 0; round < FAILURES; round += 1)
		await stage.control('POST', '/heltar/inbound', {
			from: PERSON.heltar,
			message: { type: 'text', text: { body: `Lost ${round}` } },
		});
}

test('a webhook that was switched off is seen at once, wherever the page stands, and switched on again there', async () => {
	// The other provider, and no pane that lists webhooks.
	await stage.show('hello-all');
	expect(await notice().count()).toBe(0);
	await failAll();
	await notice().getByText('Heltar has switched off a webhook').waitFor();
	const words = await notice().innerText();
	expect(words).toContain(hook());
	expect(words).toContain(`${FAILURES} attempts in a row failed, the last with “answer 404”`);
	expect(await stage.violations()).toEqual([]);
	await stage.screenshot('phone-switched-off');

	stage.neighbour.status = 200;
	await notice().getByRole('button', { name: 'Switch on again' }).click();
	await notice().waitFor({ state: 'detached' });
	expect(await registered()).toMatchObject([{ url: hook(), isEnabled: true, failures: 0 }]);
	await stage.show('heltar', PERSON.heltar);
	expect((await stage.told(() => stage.write('Heard again'))).text.body).toBe('Heard again');
});

test('several are named together; it shows on a page opened later and goes when a workflow registers anew', async () => {
	const second = `${hook()}/second`;
	await stage.api('heltar', 'POST', '/v1/business/webhook-url', { urls: [{ url: second, isEnabled: true }] });
	await failAll();
	await stage.newPage({ viewport: { width: 390, height: 800 }, colorScheme: 'dark' });
	await stage.show('heltar');
	await notice().getByText('Heltar has switched off 2 webhooks').waitFor();
	await notice().getByText(second).waitFor();
	await stage.page.getByRole('button', { name: /Asha Verma/ }).click();
	await stage.bubble(`Lost ${FAILURES - 1}`).waitFor();
	expect(await stage.violations()).toEqual([]);
	const overflow = await stage.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
	expect(overflow).toBe(0);
	await stage.screenshot('phone-narrow-switched-off');

	await stage.register();
	await notice().getByText('Heltar has switched off a webhook').waitFor();
	await stage.api('heltar', 'DELETE', `/v1/business/webhook-url?url=${encodeURIComponent(second)}`);
	await notice().waitFor({ state: 'detached' });
});

test('one that was registered as off is no news', async () => {
	await stage.api('heltar', 'POST', '/v1/business/webhook-url', {
		urls: [{ url: hook(), isEnabled: false }],
	});
	await stage.show('heltar', PERSON.heltar);
	await stage.tab('Webhooks');
	await stage.page.getByText('registered as switched off').waitFor();
	expect(await notice().count()).toBe(0);
});
