import { freePort } from '../../demo/freePort';
import type { CredentialVerdict } from '../../demo/n8nApi';
import type { Scene } from './stage';
import { openScene } from './stage';

describe('the Test of the Heltar credential', () => {
	let scene: Scene;
	beforeAll(async () => {
		scene = await openScene('heltar');
	});

	async function verdictOn(name: string, data: Record<string, unknown>): Promise<CredentialVerdict> {
		const credential = { name, type: 'heltarApi', data };
		return await scene.api.testCredential(await scene.api.createCredential(credential), credential);
	}

	it('succeeds with the right key', async () => {
		const verdict = await verdictOn('Right key', { apiKey: 'hk_live_sandbox', baseUrl: scene.baseUrl });
		expect(verdict).toMatchObject({ status: 'OK' });
	});

	it('takes a base URL that ends in /v1 and a slash', async () => {
		const verdict = await verdictOn('Long URL', {
			apiKey: 'hk_live_sandbox',
			baseUrl: `${scene.baseUrl}/v1/`,
		});
		expect(verdict).toMatchObject({ status: 'OK' });
	});

	it('fails with a wrong key, says what to do, and does not repeat the key', async () => {
		const verdict = await verdictOn('Wrong key', { apiKey: 'hk_live_wrong_4711', baseUrl: scene.baseUrl });
		expect(verdict.status).toBe('Error');
		expect(verdict.message).toMatch(/does not know this API key: check/);
		expect(JSON.stringify(verdict)).not.toContain('hk_live_wrong_4711');
	});

	it('fails with a base URL where nobody answers, in words and without a stack trace', async () => {
		const verdict = await verdictOn('Nobody there', {
			apiKey: 'hk_live_sandbox',
			baseUrl: `http://127.0.0.1:${await freePort()}`,
		});
		expect(verdict.status).toBe('Error');
		expect(verdict.message).toMatch(/refused|could not reach|connect/i);
		expect(verdict.message).not.toMatch(/\n\s+at /);
	});
});
