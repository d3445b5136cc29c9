import { eventually } from '../waiting';
import { liveNames } from './liveProviders';
import { useOwnN8n } from './ownN8n';
import { answeredWith, textsOf, TRIGGER, TriggerFixture } from './triggerFixture';

/** What docs/triggers.md and docs/troubleshooting.md tell people to do, done. */

const isTest = (url: string) => url.includes('/webhook-test/') || new URL(url).searchParams.has('test');

const ownN8n = useOwnN8n();

/** A workflow whose credential gets another key. */
async function openChanging(name: string) {
	const trigger = await TriggerFixture.open(name, ownN8n.address());
	const { api, control, provider, baseUrl, n8nUrl } = trigger.fixture;
	const credentialWith = (apiKey: string) => ({
		name: `${name}: a key that changes`,
		type: provider.credentialType,
		data: { apiKey, baseUrl },
	});
	const workflow = await trigger.workflow({}, await api.putCredential(credentialWith(provider.apiKey)));
	await api.activate(workflow);
	return {
		trigger,
		workflow,
		changeKey: async () => await api.putCredential(credentialWith(await control.key())),
		registered: async () => (await control.registrations()).find(({ url }) => url.startsWith(n8nUrl)),
		received: async (body: string) => {
			const count = await api.countExecutions(workflow.id);
			expect(answeredWith((await trigger.writes(body)).deliveries)).toEqual([200]);
			expect(textsOf(await trigger.executions(workflow, count + 1))).toContain(body);
		},
	};
}
type Changing = Awaited<ReturnType<typeof openChanging>>;

describe('a changed API key', () => {
	const all = new Map<string, Changing & { before: Awaited<ReturnType<Changing['registered']>> }>();
	beforeAll(async () => {
		for (const name of liveNames) {
			const changing = await openChanging(name);
			all.set(name, { ...changing, before: await changing.registered() });
			await changing.changeKey();
		}
		// A restart makes the triggers forget the secret, as a minute does.
		await ownN8n.restart();
	});
	afterAll(async () => {
		for (const { trigger, workflow } of all.values()) {
			await trigger.fixture.api.deactivate(workflow);
			expect(await trigger.ownUrls()).toEqual([]);
		}
	});

	it.each(liveNames)(
		'of %s asks for nothing: the next delivery is taken in and registers the webhook anew',
		async (name) => {
			const { before, registered, received } = all.get(name)!;
			await received('With the secret of the key before');
			expect(await registered()).not.toEqual(before);
			const renewed = await registered();
			await received('With the new one');
			expect(await registered()).toEqual(renewed);
		},
	);

	it.each(liveNames)('of %s: unpublishing and publishing registers it, too', async (name) => {
		const { trigger, workflow, changeKey, registered, received } = all.get(name)!;
		const { api } = trigger.fixture;
		const before = await registered();
		await changeKey();
		await api.deactivate(workflow);
		await api.activate(await api.workflow(workflow.id));
		expect(await registered()).not.toEqual(before);
		await received('After publishing');
	});
});

it('Heltar switches a webhook off: unpublishing and publishing switches it on', async () => {
	const trigger = await TriggerFixture.open('heltar', ownN8n.address());
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

describe('the one webhook of a Hello All number', () => {
	const CRM = 'https://crm.example.com/incoming';
	let trigger: TriggerFixture;
	beforeAll(async () => {
		trigger = await TriggerFixture.open('helloAll', ownN8n.address());
	});

	it('goes back to the other system although the key was changed meanwhile', async () => {
		const { api, control, provider, baseUrl } = trigger.fixture;
		await trigger.callProvider('POST', '/v1/configs/webhook', { url: CRM, headers: { 'X-Crm': 'abc' } });
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
		await trigger.callProvider('DELETE', '/v1/configs/webhook', { url: CRM });
	});

	it('stays with the published workflow when n8n restarts while a test of it listens', async () => {
		const { api } = trigger.fixture;
		const workflow = await trigger.workflow();
		await api.activate(workflow);
		const before = await trigger.ownUrls();
		await api.listen(workflow, TRIGGER);
		expect((await trigger.ownUrls()).filter(isTest)).toHaveLength(1);
		await ownN8n.restart();
		const { deliveries } = await trigger.writes('After the restart');
		expect(answeredWith(deliveries)).toEqual([200]);
		expect(textsOf(await trigger.executions(workflow, 1))).toEqual(['After the restart']);
		expect(await trigger.ownUrls()).toEqual(before);
		await api.deactivate(workflow);
		expect(await trigger.ownUrls()).toEqual([]);
	});

	it('is given back by a further test when n8n restarted during one without a published workflow', async () => {
		const { api, control } = trigger.fixture;
		await trigger.callProvider('POST', '/v1/configs/webhook', { url: CRM });
		const before = await control.registrations();
		const workflow = await trigger.workflow({ options: { replace: true } });
		await api.listen(workflow, TRIGGER);
		await ownN8n.restart();
		expect((await trigger.ownUrls()).filter(isTest)).toHaveLength(1);
		await api.listen(workflow, TRIGGER);
		await api.stopListening(workflow);
		await eventually(async () => (await trigger.ownUrls()).length === 0, 'the end of the test');
		expect(await control.registrations()).toEqual(before);
		await trigger.callProvider('DELETE', '/v1/configs/webhook', { url: CRM });
	});
});
