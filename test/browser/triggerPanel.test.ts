import { credentialForStyle, OWNER } from '../../demo/environment';
import { TRIGGER, TriggerFixture } from '../e2e/triggerFixture';
import { Editor } from './editor';

/** What the editor says of a trigger: what is registered by whom, and how to try it. */

let heltar: TriggerFixture;
let helloAll: TriggerFixture;
let editor: Editor;
beforeAll(async () => {
	heltar = await TriggerFixture.open('heltar');
	helloAll = await TriggerFixture.open('helloAll');
	editor = await Editor.open(heltar.fixture.n8nUrl, 'trigger-panel');
	await editor.signIn(OWNER);
});
afterAll(async () => await editor?.close());

const REGISTERED = 'Publishing registers the production URL with Heltar.';
const NOT_REGISTERED = 'Nothing is registered for you.';

it('Heltar, registered automatically: says so, and how to try it', async () => {
	const { id } = await heltar.workflow();
	await editor.openWorkflow(id);
	await editor.openNode(TRIGGER);
	console.log(await editor.triggerPanel());
	await editor.sees(REGISTERED);
	expect(await editor.shows(NOT_REGISTERED)).toBe(false);
	await editor.screenshot('heltar-automatic');

	await editor.listen();
	await editor.screenshot('heltar-listening');
	await editor.closeNode();
	await editor.sees('Write to your WhatsApp number from a phone');
	await editor.screenshot('heltar-listening-on-canvas');
});

it('Heltar, registered by hand', async () => {
	const { id } = await heltar.workflow({ registration: 'manual' });
	await editor.openWorkflow(id);
	await editor.openNode(TRIGGER);
	await editor.sees(NOT_REGISTERED);
	expect(await editor.shows(REGISTERED)).toBe(false);
	console.log(await editor.webhookUrls());
	await editor.screenshot('heltar-manual');
});

it('Heltar, published', async () => {
	const { id } = await heltar.workflow();
	await editor.openWorkflow(id);
	console.log(await editor.publish());
	await editor.screenshot('heltar-publishing');
	await editor.closeDialog();
	await editor.openNode(TRIGGER);
	console.log(await editor.triggerPanel());
	await editor.screenshot('heltar-published');
});

it('Hello All says what goes for which API style', async () => {
	const { api, provider, sandboxUrl } = helloAll.fixture;
	const data = credentialForStyle(provider, provider.styles![0], sandboxUrl);
	const cloud = await api.putCredential({ ...data, name: `${data.name} ${new URL(sandboxUrl).host}` });
	for (const [style, { id }] of [
		['classic', await helloAll.workflow()],
		['cloud', await helloAll.workflow({}, cloud)],
	] as const) {
		await editor.openWorkflow(id);
		await editor.openNode(TRIGGER);
		console.log(await editor.triggerPanel());
		await editor.screenshot(`hello-all-${style}`);
	}
});
