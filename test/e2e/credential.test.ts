import { freePort } from '../../demo/freePort';
import type { CredentialVerdict } from '../../demo/n8nApi';
import { liveNames, liveProvider } from './liveProviders';
import type { Scene } from './stage';
import { openScene } from './stage';

describe.each(liveNames)('the Test of the credential of %s', (name) => {
	const { wrongKey } = liveProvider(name);
	let scene: Scene;
	beforeAll(async () => {
		scene = await openScene(name);
	});

	async function verdictOn(data: { apiKey?: string; baseUrl?: string }): Promise<CredentialVerdict> {
		const { apiKey, credentialType } = scene.provider;
		const credential = {
			name: `${scene.provider.label}: ${expect.getState().currentTestName}`.slice(0, 120),
			type: credentialType,
			data: { apiKey, baseUrl: scene.baseUrl, ...data },
		};
		return await scene.api.testCredential(await scene.api.createCredential(credential), credential);
	}

	it('succeeds with the right key', async () => {
		expect(await verdictOn({})).toMatchObject({ status: 'OK' });
	});

	it('takes a base URL that ends in /v1 and a slash', async () => {
		expect(await verdictOn({ baseUrl: `${scene.baseUrl}/v1/` })).toMatchObject({ status: 'OK' });
	});

	it('fails with a wrong key, says what to do, and does not repeat the key', async () => {
		const verdict = await verdictOn({ apiKey: 'wrong_key_4711' });
		expect(verdict.status).toBe('Error');
		expect(verdict.message).toMatch(wrongKey);
		expect(JSON.stringify(verdict)).not.toContain('wrong_key_4711');
	});

	it('fails with a base URL where nobody answers, in words and without a stack trace', async () => {
		const verdict = await verdictOn({ baseUrl: `http://127.0.0.1:${await freePort()}` });
		expect(verdict.status).toBe('Error');
		expect(verdict.message).toMatch(/refused|could not reach|connect/i);
		expect(verdict.message).not.toMatch(/\n\s+at /);
	});

	it('fails with a base URL where something else answers', async () => {
		const verdict = await verdictOn({ baseUrl: `${scene.sandboxUrl}/elsewhere` });
		expect(verdict.status).toBe('Error');
		expect(verdict.message).toMatch(/base URL/);
	});
});
