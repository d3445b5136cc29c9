import { runNode } from '../harness';
import { openSandbox } from '../sandboxClient';

test('a body pasted into the editor, which n8n marks as an expression, keeps its variables', async () => {
	const sandbox = await openSandbox();
	const { error } = await runNode({
		type: 'heltar',
		credentials: { heltarApi: { apiKey: 'hk_live_sandbox', baseUrl: sandbox.baseUrl } },
		parameters: {
			resource: 'template',
			operation: 'create',
			name: 'pasted_text',
			category: 'UTILITY',
			language: 'en',
			specifyComponents: 'fields',
			headerFormat: 'none',
			bodyText: '=Hello {{1}}, order {{2}} is on its way.',
			bodyExamples: { values: [{ value: 'Dana' }, { value: '88' }] },
		},
	});
	const requests = await sandbox.requests();
	await sandbox.close();
	expect(error).toBeUndefined();
	expect(requests[0].body.components[0].text).toBe('Hello {{1}}, order {{2}} is on its way.');
});
