import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { setImmediate as nextTurn, setTimeout as passTime } from 'node:timers/promises';

/*
 * A clock that jumps over waits. Nodes wait by `sleep` of n8n-workflow and end work by `AbortSignal.timeout`
 * (shipped code has no timers of its own), and everything reads the time from `Date.now` or `performance.now`: the
 * nodes and the sandbox, which runs in the same process. So whoever waits an hour finds that an hour has passed.
 */

/** An answer that has arrived takes some turns of the event loop until it is dealt with. */
const QUIET_TURNS = 5;

/** What passes with every look at a clock that does not run. */
const LOOK_MS = 0.001;

const real = {
	now: Date.now.bind(Date),
	performanceNow: performance.now.bind(performance),
	timeout: AbortSignal.timeout.bind(AbortSignal),
};

interface Due {
	at: number;
	happen(): void;
}

interface Mode {
	/** Whether real time passes as well. */
	runs: boolean;
	jumps: boolean;
}

let mode: Mode | undefined;
let skippedMs = 0;
let waits: Due[] = [];
let deadlines: Due[] = [];
let isLooking = false;

/** HTTP calls of this process that are not over. */
const underWay = new Set<ClientRequest>();
const CALLS = 'http.client.request.created';
function begins(message: unknown): void {
	const { request } = message as { request: ClientRequest };
	underWay.add(request);
	request.once('close', () => underWay.delete(request));
}

/** What `sleep` of n8n-workflow is in the engine's tests (engine/sleep.ts). */
export const sleepOr =
	(realSleep: (ms: number) => Promise<void>) =>
	async (ms: number): Promise<void> => {
		if (!mode) return await realSleep(ms);
		if (ms <= 0) return void (await nextTurn());
		await new Promise<void>((happen) => {
			waits.push({ at: Date.now() + ms, happen });
			if (mode?.jumps) void look();
		});
	};

/**
 * Jumps to the end of the wait that ends first, whenever nothing else goes on: while a call is under way, time passes
 * as it does. So waits end in the order in which they would, and after the calls beside them.
 */
async function look(): Promise<void> {
	if (isLooking) return;
	isLooking = true;
	for (let quiet = 0; waits.length > 0;) {
		await (underWay.size > 0 ? passTime(1) : nextTurn());
		quiet = underWay.size > 0 ? 0 : quiet + 1;
		const left = Math.min(...waits.map(({ at }) => at)) - Date.now();
		if (left > 0 && quiet < QUIET_TURNS) continue;
		skip(left);
		quiet = 0;
	}
	isLooking = false;
}

function skip(ms: number): void {
	skippedMs += Math.max(0, ms);
	const now = Date.now();
	const isDue = ({ at }: Due) => at <= now;
	const due = [...deadlines, ...waits].filter(isDue).toSorted((a, b) => a.at - b.at);
	waits = waits.filter((one) => !isDue(one));
	deadlines = deadlines.filter((one) => !isDue(one));
	for (const { happen } of due) happen();
}

function timeout(ms: number): AbortSignal {
	const end = new AbortController();
	const happen = () =>
		end.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
	deadlines.push({ at: Date.now() + ms, happen });
	// It may also come without a jump.
	return AbortSignal.any([end.signal, real.timeout(ms)]);
}

function useClock(wanted: Mode) {
	beforeAll(() => {
		mode = wanted;
		const [now, performanceNow] = [real.now(), real.performanceNow()];
		// No two things happen at the very same moment.
		let looks = 0;
		const passed = () => skippedMs + ++looks * LOOK_MS;
		Date.now = () => (wanted.runs ? real.now() + skippedMs : now + passed());
		performance.now = () => (wanted.runs ? real.performanceNow() + skippedMs : performanceNow + passed());
		AbortSignal.timeout = timeout;
		subscribe(CALLS, begins);
	});
	afterAll(() => {
		mode = undefined;
		Date.now = real.now;
		performance.now = real.performanceNow;
		AbortSignal.timeout = real.timeout;
		unsubscribe(CALLS, begins);
		for (const { happen } of waits.splice(0)) happen();
	});
	return {
		/** Milliseconds that have passed and took no time, since the file began. */
		skipped: () => skippedMs,
		pass: skip,
		/** How many waits have not ended. */
		waiting: () => waits.length,
		/** Sets the clock back; to see what has happened before. */
		turnBack: (ms: number) => void (skippedMs -= ms),
	};
}

/**
 * Waits take no time in this test file. The limits that calls themselves have remain real.
 * @param onlyByWaits whether time passes by waits only, so that nothing depends on how fast the machine is
 */
export const useJumpingClock = ({ onlyByWaits = false } = {}) =>
	useClock({ runs: !onlyByWaits, jumps: true });

/** Time stands still in this test file, and passes when a test says so. */
export const useStoppedClock = () => useClock({ runs: false, jumps: false });
