import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, isFree } from '../../demo/freePort';
import { allExamples, credentialFor, OWNER } from '../../demo/environment';
import { UNPACKED } from '../../demo/packedPackage';
import { N8nApi } from '../../demo/n8nApi';
import { PROVIDERS } from '../../demo/providers';
import { SandboxControl } from '../../demo/sandboxControl';
import { until } from '../waiting';
import { liveProvider } from './liveProviders';

const ROOT = join(__dirname, '..', '..');

/** Processes that carry our mark in their environment, wherever they stand in the process tree. */
async function processesMarked(mark: string): Promise<string[]> {
	if (process.platform !== 'linux') return [];
	const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
	const environments = await Promise.all(
		ids.map(async (id) => [id, await readFile(`/proc/${id}/environ`, 'utf8').catch(() => '')]),
	);
	return environments.filter(([, environment]) => environment.includes(mark)).map(([id]) => id);
}

describe('npm run demo', () => {
	let temporary: string;
	let ports: number[];
	let mark: string;
	beforeEach(async () => {
		temporary = await mkdtemp(join(tmpdir(), 'whatsapp-bsp-demo-test-'));
		ports = [await freePort(), await freePort()];
		mark = `WHATSAPP_BSP_MARK=${randomUUID()}`;
	});
	afterEach(() => rm(temporary, { recursive: true, force: true }));

	function startDemo(...args: string[]) {
		const [name, value] = mark.split('=');
		const child = spawn(
			process.execPath,
			[
				join(ROOT, 'scripts', 'bootstrap.js'),
				'demo',
				...args,
				...['--port', String(ports[0]), '--sandbox-port', String(ports[1])],
			],
			{
				cwd: ROOT,
				// It packs the package itself, as on anybody's machine.
				env: { ...process.env, [UNPACKED]: undefined, TMPDIR: temporary, [name]: value },
				stdio: ['ignore', 'pipe', 'pipe'],
			},
		);
		let output = '';
		for (const stream of [child.stdout, child.stderr]) {
			stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
		}
		const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
		const printed = (text: string) =>
			new Promise<void>((resolve, reject) => {
				child.stdout.on('data', () => output.includes(text) && resolve());
				void ended.then(() => reject(new Error(`Ended without printing ${text}:\n${output}`)));
			});
		return { child, ended, printed, output: () => output };
	}

	/** Of the examples one a provider answers, and none of them beside a workflow of the user's own. */
	async function expectOneAnswer(n8nUrl: string, sandboxUrl: string) {
		const api = new N8nApi(n8nUrl);
		await api.signIn(OWNER);
		const examples = new Map(await allExamples(ROOT, new Map()));
		const nameOf = (file: string) => examples.get(file)?.name;
		const published = async () =>
			(await api.workflows()).filter(({ active }) => active).map(({ name }) => name);
		expect((await published()).sort()).toEqual(PROVIDERS.map(({ firstTry }) => nameOf(firstTry)).sort());
		expect((await api.workflows()).length).toBeGreaterThan(examples.size);

		for (const provider of PROVIDERS) {
			const { name, label, credentialType, sandboxPath, firstTry, customerWrites } = provider;
			const { id } = await api.putCredential(credentialFor(provider, sandboxUrl));
			const credentials = { [credentialType]: { id, name: label } };
			const { recipient, text } = liveProvider(name);
			const type = `n8n-nodes-whatsapp-bsp.${name}`;
			const own = await api.createWorkflow({
				name: `My first ${label}`,
				nodes: [
					{
						name: 'Trigger',
						type: `${type}Trigger`,
						typeVersion: 1.1,
						position: [0, 0],
						parameters: {},
						credentials,
					},
					{
						name: 'Answer',
						type,
						typeVersion: 1,
						position: [220, 0],
						parameters: {
							resource: 'message',
							operation: 'sendText',
							[recipient]: '={{ $json.from }}',
							[text.parameter]: 'Mine',
						},
						credentials,
					},
				],
				connections: { Trigger: { main: [[{ node: 'Answer', type: 'main', index: 0 }]] } },
			});
			await api.activate(own);
			await until(published, (names) => !names.includes(nameOf(firstTry)!), 60_000);
			const control = new SandboxControl(sandboxUrl, sandboxPath);
			await until(
				async () => await control.webhooks(),
				(urls) => urls.length === 1,
				60_000,
			);
			// On the phone page the webhook bears its workflow's name.
			await until(
				async () => await control.registrations(),
				([webhook]) => webhook?.workflow === own.name,
				60_000,
			);
			const { deliveries } = await control.inbound(customerWrites);
			expect(deliveries).toHaveLength(1);
			const answers = await until(
				async () =>
					(await control.conversation(customerWrites.from)).filter(({ direction }) => direction === 'out'),
				(found) => found.length > 0,
				60_000,
			);
			expect(answers.map((answer) => answer.text)).toEqual(['Mine']);
		}
	}

	async function expectNothingLeft() {
		expect(await processesMarked(mark)).toEqual([]);
		expect(await Promise.all(ports.map(isFree))).toEqual([true, true]);
		expect(await readdir(temporary)).toEqual([]);
	}

	it('--check holds a conversation with every provider and leaves nothing behind', async () => {
		const demo = startDemo('--check');
		expect({ code: await demo.ended, output: demo.output() }).toMatchObject({ code: 0 });

		const verdict = JSON.parse(demo.output().trim().split('\n').at(-1) ?? '') as Record<string, unknown>;
		expect(verdict.ok).toBe(true);
		for (const { name } of PROVIDERS.flatMap((provider) => [provider, ...(provider.styles ?? [])])) {
			expect(verdict[name]).toEqual({ replied: true, ms: expect.any(Number) });
		}
		await expectNothingLeft();
	});

	it('stays up until it is told to stop, and then leaves nothing behind', async () => {
		const demo = startDemo();
		await demo.printed('DEMO_READY');
		const [n8nUrl, sandboxUrl] = ports.map((port) => `http://127.0.0.1:${port}`);
		await expectOneAnswer(n8nUrl, sandboxUrl);
		expect(demo.output()).toContain(
			`DEMO_READY editor=http://127.0.0.1:${ports[0]} phone=http://127.0.0.1:${ports[1]}/phone/ sandbox=http://127.0.0.1:${ports[1]}`,
		);
		if (process.platform === 'linux') expect((await processesMarked(mark)).length).toBeGreaterThan(1);
		demo.child.kill('SIGTERM');
		expect(await demo.ended).toBe(0);
		await expectNothingLeft();
	});

	it('leaves nothing behind when it is stopped while n8n is still starting', async () => {
		const demo = startDemo();
		await demo.printed('Starting the sandbox and n8n');
		await new Promise((resolve) => setTimeout(resolve, 3000));
		demo.child.kill('SIGINT');
		await demo.ended;
		expect(demo.output()).not.toContain('DEMO_READY');
		await expectNothingLeft();
	});
});
