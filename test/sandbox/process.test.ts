import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const MAIN = join(__dirname, '../../sandbox/main.ts');
const running: ChildProcess[] = [];
let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'sandbox-test-'));
});
afterEach(async () => {
	// Windows removes no file that a process holds open.
	for (const child of running.splice(0)) if (isRunning(child)) await stop(child, 'SIGKILL');
	rmSync(folder, { recursive: true, force: true });
});

const isRunning = ({ exitCode, signalCode }: ChildProcess) => exitCode === null && signalCode === null;

/** Starts the sandbox as users do; resolves with the address it prints. */
async function start(...options: string[]): Promise<{ url: string; child: ChildProcess }> {
	const child = spawn(process.execPath, [MAIN, ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
	running.push(child);
	for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
		const url = /^SANDBOX_READY (http:\/\/127\.0\.0\.1:\d+)$/.exec(line)?.[1];
		if (url) return { url, child };
	}
	throw new Error('the sandbox ended before it was ready');
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
	const ended = once(child, 'exit');
	child.kill(signal);
	const [code] = (await ended) as [number | null];
	return code;
}

const send = async (url: string) =>
	await fetch(`${url}/heltar/v1/messages/send`, {
		method: 'POST',
		headers: { authorization: 'Bearer hk_live_sandbox' },
		body: JSON.stringify({
			messages: [{ clientWaNumber: '919811111111', messageType: 'text', message: 'Hi' }],
		}),
	});
const conversation = async (url: string) =>
	(await (await fetch(`${url}/_sandbox/heltar/conversations/919811111111`)).json()) as unknown[];

// Windows has no signals: there a child is ended without being asked.
const testWithSignals = process.platform === 'win32' ? test.skip : test;

testWithSignals.each<NodeJS.Signals>(['SIGINT', 'SIGTERM'])(
	'%s stops it, port free, even with someone listening',
	async (signal) => {
		const { url, child } = await start('--port', '0');
		const events = await fetch(`${url}/_sandbox/events`);
		expect(await stop(child, signal)).toBe(0);
		await expect(events.text()).rejects.toThrow();
		const port = Number(new URL(url).port);
		const again = createServer().listen(port, '127.0.0.1');
		await once(again, 'listening');
		again.close();
	},
);

test('the phone page is there', async () => {
	const { url } = await start('--port', '0');
	const page = await fetch(`${url}/phone/`);
	expect(page.headers.get('content-type')).toContain('text/html');
	expect(await page.text()).not.toMatch(/(src|href)="https?:/);
});

test('with --data everything is there again after a restart', async () => {
	const data = join(folder, 'state.db');
	const first = await start('--port', '0', '--data', data);
	await send(first.url);
	await fetch(`${first.url}/_sandbox/settings`, { method: 'PATCH', body: '{"heltar":{"generation":2023}}' });
	await stop(first.child, 'SIGTERM');
	const second = await start('--port', '0', '--data', data);
	expect(await conversation(second.url)).toMatchObject([{ text: 'Hi' }]);
	const settings = (await (await fetch(`${second.url}/_sandbox/settings`)).json()) as { heltar: object };
	expect(settings.heltar).toMatchObject({ generation: 2023 });
});

test('without --data nothing is', async () => {
	const first = await start('--port', '0');
	await send(first.url);
	await stop(first.child, 'SIGTERM');
	expect(await conversation((await start('--port', '0')).url)).toEqual([]);
});
