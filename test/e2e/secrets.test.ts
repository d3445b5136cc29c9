import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { freePort } from '../../demo/freePort';
import type { Scene } from './environment';
import { byHand, openScene, sendText } from './environment';

describe('the API key', () => {
	let scene: Scene;
	beforeAll(async () => {
		scene = await openScene('heltar');
	});

	it.each([
		['a key Heltar refuses', () => scene.baseUrl],
		['a Heltar that cannot be reached', async () => `http://127.0.0.1:${await freePort()}`],
	])('appears in no error, no execution data and no log, with %s', async (_, baseUrl) => {
		const apiKey = `hk_live_${randomUUID()}`;
		const credential = await scene.api.createCredential({
			name: `Secret ${apiKey.slice(-6)}`,
			type: 'heltarApi',
			data: { apiKey, baseUrl: await baseUrl() },
		});
		const workflow = await scene.api.createWorkflow(
			byHand('Fails with a secret', sendText(credential, '447700900203', 'Hello')),
		);
		const execution = await scene.api.run(workflow, 'Start');

		expect(execution.status).toBe('error');
		expect(execution.data.resultData.runData.Act[0].error?.message).toBeTruthy();
		expect(JSON.stringify(execution)).not.toContain(apiKey);
		expect(await readFile(scene.logFile, 'utf8')).not.toContain(apiKey);
		expect(JSON.stringify(await scene.control.requests())).not.toContain(apiKey);
	});

	it('appears in no execution data and no log of a workflow that works', async () => {
		const { apiKey } = scene.provider;
		await scene.control.inbound({
			from: '447700900204',
			message: { type: 'text', text: { body: 'Hello' } },
		});
		const workflow = await scene.api.createWorkflow(
			byHand('Works with a secret', sendText(scene.credential, '447700900204', 'Hello')),
		);
		const execution = await scene.api.run(workflow, 'Start');
		expect(execution.status).toBe('success');
		expect(JSON.stringify(execution)).not.toContain(apiKey);
		expect(await readFile(scene.logFile, 'utf8')).not.toContain(apiKey);
	});
});
