import { TriggerFixture } from './triggerFixture';

/** What docs/triggers.md and docs/troubleshooting.md tell people to do, done; with a restart of n8n in restart.test.ts. */

it('Heltar switches a webhook off: unpublishing and publishing switches it on', async () => {
	const trigger = await TriggerFixture.open('heltar');
	const { api, control } = trigger.fixture;
	const workflow = await trigger.workflow();
	await api.activate(workflow);
	const [url] = await trigger.ownUrls();
	const isEnabled = async () => (await control.registrations()).find((one) => one.url === url)?.isEnabled;
	await trigger.callProvider('POST', '/v1/business/webhook-url', { urls: [{ url, isEnabled: false }] });
	expect(await isEnabled()).toBe(false);
	await api.deactivate(workflow);
	await api.activate(await api.workflow(workflow.id));
	expect(await isEnabled()).toBe(true);
	await api.deactivate(workflow);
});

it('the one webhook of a Hello All number goes back to the other system although the key was changed meanwhile', async () => {
	const trigger = await TriggerFixture.open('helloAll');
	const { api, control, provider, baseUrl } = trigger.fixture;
	const url = 'https://crm.example.com/incoming';
	await trigger.callProvider('POST', '/v1/configs/webhook', { url, headers: { 'X-Crm': 'abc' } });
	const before = await control.registrations();
	const data = { apiKey: provider.apiKey, baseUrl };
	const shown = { name: 'Hello All: replaces and changes its key', type: provider.credentialType };
	const credential = await api.putCredential({ ...shown, data });
	const workflow = await trigger.workflow({ options: { replace: true } }, credential);
	await api.activate(workflow);
	expect(await trigger.ownUrls()).toHaveLength(1);
	await api.putCredential({ ...shown, data: { ...data, apiKey: await control.key() } });
	await api.deactivate(workflow);
	expect(await control.registrations()).toEqual(before);
});
