import { eventually } from '../waiting';
import type { Fixture } from '../e2e/environment';
import { openFixture } from '../e2e/environment';
import type { Editor } from './editor';
import type { OpenEditor } from './useEditor';

export function credentialTests(openEditor: OpenEditor): void {
	describe('the form of the Hello All credential', () => {
		let editor: Editor;
		let fixture: Fixture;
		beforeAll(async () => {
			fixture = await openFixture('helloAll');
			editor = await openEditor('credential');
		});

		/** n8n's own field stands below those of every credential. */
		const N8N_OWN = 'Allowed HTTP Request Domains';
		const shown = async (labels: string[]) =>
			await eventually(
				async () => (await editor.credentialLabels()).join() === [...labels, N8N_OWN].join(),
				`the fields ${labels.join(', ')}`,
			);

		it('shows the fields of the chosen API style, and no others', async () => {
			await editor.openCredential(fixture.credential);
			await shown(['API Style', 'API Key', 'Base URL']);
			await editor.screenshot('classic');
			await editor.choose('apiStyle', 'Cloud (Access Token)');
			await shown([
				'API Style',
				'Access Token',
				'Phone Number ID',
				'WABA ID',
				'API Version',
				'API Key',
				'Base URL',
			]);
			await editor.screenshot('cloud');
		});
	});
}
