import axios from 'axios';
import type { Workflow } from '../../demo/n8nApi';
import { eventually } from '../waiting';
import { liveNames } from './liveProviders';
import { answeredWith, textsOf, TRIGGER, TriggerFixture } from './triggerFixture';

/** Hello All's one address stays that of production, which hands on to the test. */
const isTest = (url: string) => url.includes('/webhook-test/') || new URL(url).searchParams.has('test');

describe.each(liveNames)('a test of an active workflow of %s', (provider) => {
	let trigger: TriggerFixture;
	let workflow: Workflow;
	let before: string[];
	beforeAll(async () => {
		trigger = await TriggerFixture.open(provider);
		workflow = await trigger.workflow();
		await trigger.fixture.api.activate(workflow);
		before = await trigger.ownUrls();
		expect(before.filter(isTest)).toEqual([]);
	});
	afterAll(async () => {
		await trigger.fixture.api.deactivate(workflow);
		expect(await trigger.ownUrls()).toEqual([]);
	});

	const testIsOver = async () =>
		await eventually(async () => !(await trigger.ownUrls()).some(isTest), 'the end of the test');

	it('that took its event leaves the production address in service', async () => {
		const { api } = trigger.fixture;
		await api.listen(workflow, TRIGGER);
		expect((await trigger.ownUrls()).filter(isTest)).toHaveLength(1);
		const { deliveries } = await trigger.writes('For the test');
		expect(deliveries.find(({ url }) => isTest(url))).toMatchObject({ status: 200 });
		await testIsOver();
		expect(await trigger.ownUrls()).toEqual(before);
	});

	it('that was stopped leaves it in service, too', async () => {
		const { api } = trigger.fixture;
		await api.listen(workflow, TRIGGER);
		await api.stopListening(workflow);
		await testIsOver();
		expect(await trigger.ownUrls()).toEqual(before);
	});

	it('after it, production receives', async () => {
		const { api } = trigger.fixture;
		const count = await api.countExecutions(workflow.id);
		const { deliveries } = await trigger.writes('For production');
		expect(answeredWith(deliveries)).toEqual([200]);
		expect(textsOf(await trigger.executions(workflow, count + 1))).toContain('For production');
	});
});

describe('a test of a workflow of Hello All', () => {
	const CRM = 'https://crm.example.com/incoming';
	let trigger: TriggerFixture;
	beforeAll(async () => {
		trigger = await TriggerFixture.open('helloAll');
	});
	const register = async (url: string, headers = {}) =>
		await trigger.callProvider('POST', '/v1/configs/webhook', { url, headers });
	const registrations = async () => await trigger.fixture.control.registrations();

	it('puts back what another system had registered, headers included, and answers handshakes meanwhile', async () => {
		await register(CRM, { 'X-Crm': 'abc' });
		const before = await registrations();
		const workflow = await trigger.workflow({ options: { replace: true } });
		const { api } = trigger.fixture;
		await api.listen(workflow, TRIGGER);
		const [url] = await trigger.ownUrls();
		for (const [query, answer] of [
			['challange=k7Qp2', 'k7Qp2'],
			['echo=true&challange=k7Qp3', 'k7Qp3'],
			['hub.mode=subscribe&hub.challenge=158201444', '158201444'],
			['challenge=zz-9', 'zz-9'],
		]) {
			const { status, data } = await axios.get<string>(`${url}&${query}`, { responseType: 'text' });
			expect([status, data]).toEqual([200, answer]);
		}
		expect(await trigger.ownUrls()).toEqual([url]);
		await trigger.writes('For the test');
		await eventually(async () => (await trigger.ownUrls()).length === 0, 'the end of the test');
		expect(await registrations()).toEqual(before);
		await trigger.callProvider('DELETE', '/v1/configs/webhook', { url: CRM });
	});

	it('and activating it take over nobody’s webhook unless told to, and give it back', async () => {
		await register(CRM, { 'X-Crm': 'abc' });
		const before = await registrations();
		const { api } = trigger.fixture;
		await expect(api.activate(await trigger.workflow())).rejects.toThrow(
			`another system's webhook is registered: ${CRM}`,
		);
		const workflow = await trigger.workflow({ options: { replace: true } });
		await api.activate(workflow);
		expect(await trigger.ownUrls()).toHaveLength(1);
		await api.deactivate(workflow);
		expect(await registrations()).toEqual(before);
		await trigger.callProvider('DELETE', '/v1/configs/webhook', { url: CRM });
	});

	it('a second active workflow on the number is refused with the reason, and the first one keeps it', async () => {
		const { api } = trigger.fixture;
		const first = await trigger.workflow();
		await api.activate(first);
		const before = await registrations();
		const second = await trigger.workflow();
		await expect(api.activate(second)).rejects.toThrow(
			/another published workflow on this n8n already receives/,
		);
		expect(await registrations()).toEqual(before);
		await api.deactivate(second);
		expect(await registrations()).toEqual(before);
		await api.deactivate(first);
		expect(await registrations()).toEqual([]);
	});
});
