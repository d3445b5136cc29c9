import { PanelReceiver } from '../sandbox/metaBench';
import { PhoneEnvironment } from './phoneEnvironment';

let environment: PhoneEnvironment;
let receiver: PanelReceiver;
let hook: string;
beforeAll(async () => {
	environment = await PhoneEnvironment.open({ webhooks: false });
	receiver = new PanelReceiver();
	hook = await receiver.listen();
});
afterAll(async () => {
	await environment?.close();
	await receiver?.close();
});

const saved = () => environment.control('GET', '/hello-all/webhooks');

test('a URL is pasted, events are ticked, a refusal says why, and what was saved can be removed', async () => {
	await environment.show('hello-all');
	await environment.tab('Webhooks');
	const { page } = environment;
	receiver.answer = () => ({ status: 404 });
	await page.getByLabel('Webhook URL').fill(hook);
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await page.getByText('answered the challenge with status 404').waitFor();
	expect(await saved()).toEqual([]);

	receiver.answer = () => ({});
	await page.getByLabel('Outgoing messages').check();
	await page.getByLabel('Others').uncheck();
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await page.getByRole('button', { name: `Remove ${hook}` }).waitFor();
	expect(await saved()).toMatchObject([{ url: hook, events: ['incoming', 'outgoing', 'status'] }]);
	expect(await environment.violations()).toEqual([]);
	await environment.screenshot('phone-webhook-form');

	await page.getByRole('button', { name: `Remove ${hook}` }).click();
	await page.getByText('None. A trigger registers its URL').waitFor();
	expect(await saved()).toEqual([]);
});

test('a provider whose API registers URLs has no such page', async () => {
	await environment.show('heltar');
	await environment.tab('Webhooks');
	await environment.page.getByText('Registered URLs').waitFor();
	expect(await environment.page.getByLabel('Webhook URL').count()).toBe(0);
});
