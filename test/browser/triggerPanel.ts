import { credentialForStyle } from '../../demo/environment';
import { TRIGGER, TriggerFixture } from '../e2e/triggerFixture';
import type { Editor } from './editor';
import type { OpenEditor } from './useEditor';

/** What the editor says of a trigger: who registers what, and how to try it. */

export function triggerPanelTests(openEditor: OpenEditor): void {
	describe('somebody who opens a trigger', () => {
		let heltar: TriggerFixture;
		let helloAll: TriggerFixture;
		let editor: Editor;
		beforeAll(async () => {
			heltar = await TriggerFixture.open('heltar');
			helloAll = await TriggerFixture.open('helloAll');
			editor = await openEditor('trigger-panel');
		});

		async function openTrigger({ id }: { id: string }) {
			await editor.openWorkflow(id);
			await editor.openNode(TRIGGER);
		}

		const AUTOMATIC = 'Publishing registers the production URL with Heltar.';
		const MANUAL = 'Nothing is registered for you.';
		const WRITE = 'Write to your WhatsApp number from a phone';
		const BY_HAND = 'With Registration set to Manual, add the production URL in Heltar yourself.';

		it('Heltar with automatic registration: what publishing and a test register, and how to try it', async () => {
			await openTrigger(await heltar.workflow());
			const panel = await editor.triggerPanel();
			for (const words of [
				'Receive WhatsApp events through Heltar',
				'Publish the workflow to receive events at any time.',
				'write to your WhatsApp number from a phone',
				'With Registration set to Automatic, that registers its URL with Heltar.',
				BY_HAND,
			]) {
				expect(panel).toContain(words);
			}
			await editor.sees(AUTOMATIC);
			expect(await editor.shows(MANUAL)).toBe(false);
			await editor.screenshot('heltar-automatic');

			await editor.listen();
			await editor.screenshot('heltar-listening');
			await editor.closeNode();
			await editor.sees(WRITE);
			await editor.screenshot('heltar-listening-on-canvas');
		});

		it('Heltar with manual registration: the one URL to copy, and where to add it', async () => {
			await openTrigger(await heltar.workflow({ registration: 'manual' }));
			await editor.sees(MANUAL);
			await editor.sees('In Heltar open Settings → Webhook Manager → Add New URL');
			expect(await editor.shows(AUTOMATIC)).toBe(false);
			expect(await editor.webhookUrls()).toEqual([expect.stringContaining('/webhook-test/')]);
			await editor.screenshot('heltar-manual');
		});

		it('Heltar, published: that it is, and where its executions are', async () => {
			const { id } = await heltar.workflow();
			await editor.openWorkflow(id);
			const said = await editor.publish();
			expect(said).toContain(
				'With Registration set to Automatic, its URL is registered with Heltar until you unpublish it.',
			);
			expect(said).toContain(BY_HAND);
			await editor.screenshot('heltar-publishing');
			await editor.closeDialog();
			await editor.openNode(TRIGGER);
			const panel = await editor.triggerPanel();
			expect(panel).toContain('Published. Each event starts an execution.');
			expect(panel).toContain('The workflow is published.');
			expect(panel).not.toContain('When the workflow is done');
			await editor.screenshot('heltar-published');
		});

		it('Hello All: what goes for which API style', async () => {
			const { api, provider, sandboxUrl } = helloAll.fixture;
			const data = credentialForStyle(provider, provider.styles![0], sandboxUrl);
			const cloud = await api.putCredential({ ...data, name: `${data.name} ${new URL(sandboxUrl).host}` });
			for (const [style, workflow] of [
				['classic', await helloAll.workflow()],
				['cloud', await helloAll.workflow({}, cloud)],
			] as const) {
				await openTrigger(workflow);
				const panel = await editor.triggerPanel();
				expect(panel).toContain('With API style Classic, that registers its URL with Hello All.');
				expect(panel).toContain('With API style Cloud, add the production URL in your panel yourself.');
				await editor.screenshot(`hello-all-${style}`);
			}
		});
	});
}
