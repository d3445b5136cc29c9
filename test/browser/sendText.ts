import { OWNER } from '../../demo/environment';
import type { Fixture } from '../e2e/environment';
import { openFixture, STARTED_BY_HAND } from '../e2e/environment';
import type { Editor } from './editor';
import type { OpenEditor } from './useEditor';

const CUSTOMER = '447700900301';

export function sendTextTests(openEditor: OpenEditor): void {
	describe('somebody who builds a workflow in the editor', () => {
		let fixture: Fixture;
		let editor: Editor;
		beforeAll(async () => {
			fixture = await openFixture('heltar');
			await fixture.control.inbound({
				from: CUSTOMER,
				name: 'Dora',
				message: { type: 'text', text: { body: 'Hello?' } },
			});
			editor = await openEditor('heltar-send-text');
		});

		it('finds Heltar in the node panel, and its operations as actions', async () => {
			await editor.signInByForm(OWNER);
			await editor.openWorkflow((await fixture.api.createWorkflow(STARTED_BY_HAND)).id);
			await editor.openNodePanel();
			await editor.searchNode('Heltar');
			expect(await editor.firstPanelItem()).toBe('Heltar');
			await editor.screenshot('node-panel');

			await editor.pickFromPanel('Heltar');
			await editor.screenshot('actions');
			await editor.seesInPanel('Send a text message');
			await editor.seesInPanel('Get a contact');
		});

		it('sends a text and sees the result', async () => {
			await editor.pickFromPanel('Send a text message');
			await editor.pickCredential(fixture.credential.name);
			await editor.fill('clientWaNumber', `+${CUSTOMER}`);
			await editor.fill('message', 'Hello Dora, we are here.');
			await editor.screenshot('parameters');
			const output = await editor.executeStep(/^wamid\./);
			await editor.screenshot('output');

			expect(output).toContain('1 item');
			expect(output).toContain(CUSTOMER);
			const conversation = await fixture.control.conversation(CUSTOMER);
			expect(conversation.at(-1)).toMatchObject({ direction: 'out', text: 'Hello Dora, we are here.' });
		});

		it('is told in words what is wrong with a number, before anything is sent', async () => {
			const before = await fixture.control.requests();
			await editor.fill('clientWaNumber', '07700 900301');
			const output = await editor.executeStep(/country code/i);
			await editor.screenshot('wrong-number');

			expect(output).toMatch(/recipient/i);
			expect(await fixture.control.requests(before.at(-1)?.seq)).toEqual([]);
		});
	});
}
