import type { Fixture } from '../e2e/environment';
import { openFixture, STARTED_BY_HAND } from '../e2e/environment';
import type { Editor } from './editor';
import type { OpenEditor } from './useEditor';

const CUSTOMER = '919800000103';

export function templateTests(openEditor: OpenEditor): void {
	describe('somebody who sends a template from the editor', () => {
		let fixture: Fixture;
		let editor: Editor;
		beforeAll(async () => {
			fixture = await openFixture('heltar');
			editor = await openEditor('heltar-template');
			await editor.openWorkflow((await fixture.api.createWorkflow(STARTED_BY_HAND)).id);
			await editor.openNodePanel();
			await editor.searchNode('Heltar');
			await editor.pickFromPanel('Heltar');
			await editor.pickFromPanel('Send a template message');
			await editor.pickCredential(fixture.credential.name);
		});

		it('picks the template from a list, and its language', async () => {
			await editor.fill('clientWaNumber', CUSTOMER);
			// A template of one language needs no choice of it.
			await editor.pickFromList('templateName', 'hello', 'hello_world (en_US)');
			await editor.sees(/^English \(US\) \(en_US\) · utility · approved/);
			await editor.screenshot('only-language');
			expect(await editor.shownIn('languageCode')).toBe('English (US) (en_US) – the only one');

			await editor.pickFromList('templateName', 'order_up', 'order_update (en, hi)');
			await editor.sees('Choose a language: this template exists in en, hi.');
			await editor.choose('languageCode', 'English (en)');
			await editor.sees('English (en) · utility · approved');
			await editor.sees(/We expect it at your door on/);
			await editor.screenshot('chosen');
			// Below the node on the canvas, behind the panel.
			await editor.sees('Send Template: Message');
		});

		it('is asked for each variable of that template, with the words around it', async () => {
			expect(await editor.generatedLabels()).toEqual([
				'Header – Order {{1}}',
				'Body 1 – Hello {{1}}, your order {{2}} is…',
				'Body 2 – …order {{2}} is {{3}}. We expect it…',
				'Body 3 – …{{2}} is {{3}}. We expect it at your…',
				'Body 4 – …door on {{4}}.',
			]);
			for (const [field, value] of Object.entries({
				'header.text': '1042',
				'body.1': 'Meera',
				'body.2': '1042',
				'body.3': 'packed',
				'body.4': '12 March',
			})) {
				await editor.fill(field, value);
			}
			await editor.screenshot('filled-in');
		});

		it('keeps what was filled in when only the language changes, and sees the text in that language', async () => {
			await editor.choose('languageCode', 'Hindi (hi)');
			await editor.sees(/^Hindi \(hi\) · utility · approved/);
			await editor.screenshot('other-language');
			expect(await editor.shownIn('body.3')).toBe('packed');
			await editor.choose('languageCode', 'English (en)');
			await editor.sees(/^English \(en\) · utility · approved/);
			expect(await editor.shownIn('body.4')).toBe('12 March');
		});

		it('executes the node and finds the message in the conversation', async () => {
			const before = await fixture.control.requests();
			expect(await editor.executeStep(/^wamid\./)).toContain('1 item');
			await editor.screenshot('output');

			const sent = (await fixture.control.requests(before.at(-1)?.seq)).filter(
				({ method }) => method === 'POST',
			);
			const text = (value: string) => ({ type: 'text', text: value });
			expect(sent.map(({ path, body }) => ({ path, body }))).toEqual([
				{
					path: '/v1/messages/send',
					body: {
						messages: [
							{
								clientWaNumber: CUSTOMER,
								messageType: 'template',
								templateName: 'order_update',
								languageCode: 'en',
								variables: [
									{ type: 'header', parameters: [text('1042')] },
									{ type: 'body', parameters: ['Meera', '1042', 'packed', '12 March'].map(text) },
								],
							},
						],
					},
				},
			]);
			expect((await fixture.control.conversation(CUSTOMER)).at(-1)).toMatchObject({
				direction: 'out',
				type: 'template',
				text: expect.stringContaining(
					'Hello Meera, your order 1042 is packed. We expect it at your door on 12 March.',
				),
			});
		});

		it('is told before sending which variable was left empty', async () => {
			const before = await fixture.control.requests();
			await editor.fill('body.3', '');
			await editor.tryStep();
			await editor.sees('Variable "body.3" is required');
			await editor.screenshot('left-empty');
			const sent = (await fixture.control.requests(before.at(-1)?.seq)).filter(
				({ method }) => method === 'POST',
			);
			expect(sent).toEqual([]);
		});

		it('sees the fields go when the template is another one', async () => {
			await editor.pickFromList('templateName', 'hello', 'hello_world (en_US)');
			await editor.sees('Cannot be sent: hello_world does not exist in en. It exists in en_US.');
			await editor.screenshot('not-in-this-language');
			await editor.choose('languageCode', 'English (US) (en_US)');
			await editor.sees('This template has no variables.');
			await editor.screenshot('without-variables');
			await editor.executeStep(/^wamid\./);
			const last = (await fixture.control.conversation(CUSTOMER)).at(-1);
			expect(last).toMatchObject({ type: 'template', direction: 'out' });
			expect(last?.text).not.toContain('Meera');
		});
	});
}
