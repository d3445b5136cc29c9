import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { freePort } from '../../demo/freePort';
import type { Fixture } from './environment';
import { byHand, openFixture, sendText } from './environment';

describe('the API key', () => {
	let fixture: Fixture;
	beforeAll(async () => {
		fixture = await openFixture('heltar');
	});

	it.each([
		['a key Heltar refuses', () => fixture.baseUrl],
		['a Heltar that cannot be reached', async () => `http://127.0.0.1:${await freePort()}`],
	])('appears in no error, no execution data and no log, with %s', async (_, baseUrl) => {
		const apiKey = `hk_live_${randomUUID()}`;
		const credential = await fixture.api.createCredential({
			name: `Secret ${apiKey.slice(-6)}`,
			type: 'heltarApi',
			data: { apiKey, baseUrl: await baseUrl() },
		});
		const workflow = await fixture.api.createWorkflow(
			byHand('Fails with a secret', sendText(credential, '447700900203', 'Hello')),
		);
		const execution = await fixture.api.run(workflow, 'Start');

		expect(execution.status).toBe('error');
		expect(execution.data.resultData.runData.Act[0].error?.message).toBeTruthy();
		expect(JSON.stringify(execution)).not.toContain(apiKey);
		expect(await readFile(fixture.logFile, 'utf8')).not.toContain(apiKey);
		expect(JSON.stringify(await fixture.control.requests())).not.toContain(apiKey);
	});

	it('appears in no execution data and no log of a workflow that works', async () => {
		const { apiKey } = fixture.provider;
		await fixture.control.inbound({
			from: '447700900204',
			message: { type: 'text', text: { body: 'Hello' } },
		});
		const workflow = await fixture.api.createWorkflow(
			byHand('Works with a secret', sendText(fixture.credential, '447700900204', 'Hello')),
		);
		const execution = await fixture.api.run(workflow, 'Start');
		expect(execution.status).toBe('success');
		expect(JSON.stringify(execution)).not.toContain(apiKey);
		expect(await readFile(fixture.logFile, 'utf8')).not.toContain(apiKey);
	});
});
