import { STATUSES_OF_A_MESSAGE } from './deliveries.ts';
import type { Figure } from './report.ts';

/** Messages customers write in a month. */
const VOLUMES = [10_000, 100_000, 1_000_000, 10_000_000];
const PEOPLE = [1_000, 10_000, 100_000];

/** What the tables assume; docs/scale.md says the same in words. */
export const ASSUMED = {
	days: 30,
	/** Of a day's messages, in its busiest hour. */
	busiestHour: 0.1,
	/** The busiest minute of it, beside the others. */
	busiestMinute: 3,
	/** Of an answer: sent, delivered, read. */
	statuses: 3,
	/** How busy a core may be in the busiest minute. */
	busy: 0.5,
};

/** Seconds of one core. */
interface Cost {
	/** A message that starts an execution. */
	message: number;
	/** A status nobody asked for. */
	status: number;
}

const SETTINGS = { 'by default': 'trigger', 'with the setting': 'trigger.lazy' };

function valueOf(figures: readonly Figure[], bench: string): number {
	const found = figures.find((one) => one.bench === bench);
	if (!found) throw new Error(`${bench} was never measured: npm run bench -- --write`);
	return found.value;
}

/** From how many messages a second one process takes in, and how many events when each message comes with its statuses. */
function costOf(figures: readonly Figure[], rows: string): Cost {
	const message = 1 / valueOf(figures, `${rows}.messages`);
	const withStatuses = (1 + STATUSES_OF_A_MESSAGE) / valueOf(figures, `${rows}.events`);
	return { message, status: (withStatuses - message) / STATUSES_OF_A_MESSAGE };
}

const costsOf = (figures: readonly Figure[]) =>
	Object.values(SETTINGS).map((rows) => costOf(figures, rows)) as [Cost, Cost];

const number = (value: number) => value.toLocaleString('en');
const few = (value: number) => number(Number(value.toPrecision(2)));
const rows = (lines: string[][]) => lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const tableOf = (header: string[], lines: string[][]) => rows([header, header.map(() => '---'), ...lines]);

export function costs(figures: readonly Figure[]): string {
	const [plain, lazy] = costsOf(figures);
	const ms = (seconds: number) => `${few(seconds * 1000)} ms`;
	const perItem = valueOf(figures, 'heltar.memory') / 50;
	return tableOf(
		['Work', ...Object.keys(SETTINGS)],
		[
			['a message that starts an execution', ms(plain.message), ms(lazy.message)],
			['a status nobody asked for', ms(plain.status), ms(lazy.status)],
			['a message and its answer', ms(turn(plain)), ms(turn(lazy))],
			['1,000 texts sent over Heltar', `${number(valueOf(figures, 'heltar.time'))} ms`, 'the same'],
			['memory for 1,000 items of a send', `${few(perItem)} MB`, 'the same'],
		],
	);
}

const turn = ({ message, status }: Cost) => message + ASSUMED.statuses * status;

const peakOf = (volume: number) =>
	(((volume / ASSUMED.days) * ASSUMED.busiestHour) / 3600) * ASSUMED.busiestMinute;

/** Processes that are busy for at most half of the time. */
const processes = (perSecond: number, cost: number) => Math.ceil((perSecond * cost) / ASSUMED.busy);

/** One process where that is enough; else queue mode, in which webhook processes take in and workers run. */
function setUp(perSecond: number, cost: Cost): string {
	if (processes(perSecond, turn(cost)) === 1) return 'one n8n';
	const webhooks = processes(perSecond, cost.message / 2 + ASSUMED.statuses * cost.status);
	const workers = processes(perSecond, cost.message / 2);
	return `queue mode: webhook processes: ${webhooks}, workers: ${workers}`;
}

export function conversations(figures: readonly Figure[]): string {
	const all = costsOf(figures);
	return tableOf(
		['Messages a month', 'A second, in the busiest minute', ...Object.keys(SETTINGS)],
		VOLUMES.map((volume) => [
			number(volume),
			few(peakOf(volume)),
			...all.map((cost) => setUp(peakOf(volume), cost)),
		]),
	);
}

export function broadcasts(figures: readonly Figure[]): string {
	const perThousand = valueOf(figures, 'heltar.time') / 1000;
	const time = (seconds: number) => (seconds < 120 ? `${few(seconds)} s` : `${few(seconds / 60)} min`);
	return tableOf(
		['People', 'Sending (Heltar)', 'Taking in their statuses by default', 'with the setting'],
		PEOPLE.map((people) => [
			number(people),
			time((people / 1000) * perThousand),
			...costsOf(figures).map(({ status }) => time(people * ASSUMED.statuses * status)),
		]),
	);
}
