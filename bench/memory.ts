import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const EVERY_MS = 20;
const PAGE = 4096;
const MB = 1024 * 1024;

const GARBAGE = { method: 'HeapProfiler.collectGarbage' };

/**
 * Lets a process throw away what it no longer needs, through Node's inspector, which a signal opens.
 * @param port where the process was told to open it (`--inspect-port`)
 */
export async function collectGarbage(pid: number, port: number): Promise<void> {
	await inspect(pid, port, [GARBAGE]);
}

/** Calls methods of a process's inspector, one after the other. @returns their results */
async function inspect(pid: number, port: number, calls: Array<{ method: string; params?: object }>) {
	process.kill(pid, 'SIGUSR1');
	const url = await inspector(port);
	const socket = new WebSocket(url);
	await once(socket, 'open');
	const results: unknown[] = [];
	for (const [id, call] of calls.entries()) {
		const answered = once(socket, 'message') as Promise<[{ data: string }]>;
		socket.send(JSON.stringify({ id, ...call }));
		const [{ data }] = await answered;
		results.push((JSON.parse(data) as { result: unknown }).result);
	}
	socket.close();
	return results;
}

async function inspector(port: number): Promise<string> {
	for (let tries = 0; ; tries += 1) {
		try {
			const list = await fetch(`http://127.0.0.1:${port}/json/list`);
			const [{ webSocketDebuggerUrl }] = (await list.json()) as Array<{ webSocketDebuggerUrl: string }>;
			return webSocketDebuggerUrl;
		} catch (error) {
			if (tries === 50) throw error;
			await sleep(20);
		}
	}
}

/**
 * What a process holds in memory, in MB, after it threw away what it no longer needs: its objects, and the buffers beside
 * them. Resident memory would not tell: Node keeps what it once had.
 */
export async function heldBy({ pid, inspectPort }: { pid: number; inspectPort: number }): Promise<number> {
	const [, { result }] = (await inspect(pid, inspectPort, [
		GARBAGE,
		{
			method: 'Runtime.evaluate',
			params: { expression: 'process.memoryUsage()', returnByValue: true },
		},
	])) as [unknown, { result: { value: { heapUsed: number; external: number } } }];
	return (result.value.heapUsed + result.value.external) / MB;
}

interface Look {
	at: number;
	bytes: number;
}

/** Looks at the memory of a process while something runs. Resident memory, as Linux tells it. */
export class MemoryWatch {
	readonly #looks: Look[] = [];
	readonly #timer: NodeJS.Timeout;

	constructor(pid: number) {
		const file = `/proc/${pid}/statm`;
		this.#timer = setInterval(() => {
			void readFile(file, 'utf8').then((text) => {
				this.#looks.push({ at: Date.now(), bytes: Number(text.split(' ')[1]) * PAGE });
			});
		}, EVERY_MS);
	}

	static get isPossible(): boolean {
		return existsSync('/proc/self/statm');
	}

	stop(): void {
		clearInterval(this.#timer);
	}

	/** By how many MB memory grew at most within a span of time, from what it was when that began. */
	growth(from: number, ms: number): number {
		const before = this.#looks.findLast(({ at }) => at <= from);
		if (!before) throw new Error('The watch began too late');
		const during = this.#looks.filter(({ at }) => at >= from && at <= from + ms);
		return Math.max(0, ...during.map(({ bytes }) => bytes - before.bytes)) / MB;
	}
}
