import type { QueryClient } from '@tanstack/react-query';
import { control, type Delivery, type PhoneMessage } from './control.ts';
import { queries } from './queries.ts';

/** Events of one burst are worked off together: a campaign brings thousands within a second. */
const BURST_MS = 40;
/** Further lists are looked up again at most this often. */
const LOOK_AGAIN_MS = 250;
/** More messages at once than this are read as a whole conversation. */
const MANY = 40;

interface Told {
	provider: string;
	data: Record<string, unknown>;
}

interface Burst {
	/** Messages to look up, by conversation. */
	news: Map<string, { provider: string; number: string; ids: Set<string> }>;
	statuses: Array<Told & { data: Pick<PhoneMessage, 'id' | 'status' | 'errors'> & { number: string } }>;
	deliveries: Array<Told & { data: Delivery }>;
	/** Lists that are no longer true. */
	lists: Map<string, unknown[]>;
}

const nothing = (): Burst => ({ news: new Map(), statuses: [], deliveries: [], lists: new Map() });

/** Listens to the sandbox and keeps what the page has read up to date. Returns what ends it. */
export function followEvents(client: QueryClient, onTyping: (provider: string, number: string) => void) {
	const source = new EventSource('/_sandbox/events');
	let burst = nothing();
	let planned: ReturnType<typeof setTimeout> | undefined;
	let lookPlanned: ReturnType<typeof setTimeout> | undefined;
	const outdated = new Map<string, unknown[]>();

	const outdate = (...key: unknown[]) => burst.lists.set(JSON.stringify(key), key);
	const lookUp = (provider: string, number: string, id: string) => {
		const key = `${provider} ${number}`;
		const known = burst.news.get(key) ?? { provider, number, ids: new Set() };
		burst.news.set(key, known);
		known.ids.add(id);
	};

	/** At once, and then not again for a while. */
	const lookAgain = () => {
		if (lookPlanned !== undefined || outdated.size === 0) return;
		for (const key of outdated.values()) void client.invalidateQueries({ queryKey: key });
		outdated.clear();
		lookPlanned = setTimeout(() => {
			lookPlanned = undefined;
			lookAgain();
		}, LOOK_AGAIN_MS);
	};

	const workOff = () => {
		planned = undefined;
		const { news, statuses, deliveries, lists } = burst;
		burst = nothing();
		for (const { provider, number, ids } of news.values()) void readNews(client, provider, number, [...ids]);
		for (const [key, changes] of Object.entries(Object.groupBy(statuses, (one) => keyOf(one))))
			applyStatuses(client, key, changes ?? []);
		applyDeliveries(client, deliveries);
		for (const [key, list] of lists) outdated.set(key, list);
		lookAgain();
	};

	const on = (type: string, react: (event: Told) => void) =>
		source.addEventListener(type, (event) => {
			react(JSON.parse(event.data as string) as Told);
			planned ??= setTimeout(workOff, BURST_MS);
		});

	// Also after the connection was lost: whatever happened meanwhile was missed.
	on('ready', () => void client.invalidateQueries());
	on('reset', () => void client.resetQueries());
	on('message', ({ provider, data }) => {
		hear(data.id);
		lookUp(provider, String(data.number), String(data.id));
		outdate('phone', provider);
	});
	on('status', ({ provider, data }) => {
		hear(data.id);
		burst.statuses.push({ provider, data } as Burst['statuses'][number]);
		outdate('phone', provider);
		outdate('messageRecord', provider, data.id);
	});
	on('delivery', ({ provider, data }) => {
		burst.deliveries.push({ provider, data } as unknown as Burst['deliveries'][number]);
		if (data.id !== undefined) outdate('messageRecord', provider, data.id);
		outdate('webhooks', provider);
	});
	on('request', ({ provider, data }) => {
		outdate('calls', provider);
		if (data.fault) outdate('faults');
		// What was refused may be kept as a failed message without an event of its own.
		if (Number(data.status) >= 206) outdate('conversation', provider);
	});
	on('webhook', ({ provider }) => outdate('webhooks', provider));
	on('customer', ({ provider }) => outdate('phone', provider));
	on('typing', ({ provider, data }) => onTyping(provider, String(data.number)));
	on('change', ({ provider, data }) => {
		for (const list of ['faults', 'delivery', 'settings']) if (list in data) outdate(list);
		if ('template' in data) outdate('templates', provider);
	});

	return () => {
		source.close();
		clearTimeout(planned);
		clearTimeout(lookPlanned);
	};
}

/** How many events told of a message so far. */
const heardOf = new Map<string, number>();

function hear(id: unknown): void {
	heardOf.set(String(id), (heardOf.get(String(id)) ?? 0) + 1);
}

const keyOf = ({ provider, data }: Burst['statuses'][number]) => JSON.stringify([provider, data.number]);

async function readNews(client: QueryClient, provider: string, number: string, ids: string[]): Promise<void> {
	const { queryKey } = queries.conversation(provider, number);
	if (client.getQueryState(queryKey) === undefined) return;
	if (ids.length > MANY) return await client.invalidateQueries({ queryKey });
	const before = new Map(ids.map((id) => [id, heardOf.get(id)]));
	const news = await control.conversation(provider, number, ids);
	// An event that came meanwhile may be newer than this answer, and so may another answer that was quicker.
	const outdated = new Set(ids.filter((id) => heardOf.get(id) !== before.get(id)));
	client.setQueryData(queryKey, (known: PhoneMessage[] = []) => {
		const shown = new Set(known.map(({ id }) => id));
		return merge(
			known,
			news.filter(({ id }) => !outdated.has(id) || !shown.has(id)),
		);
	});
	if (outdated.size > 0) await readNews(client, provider, number, [...outdated]);
}

/** Messages in the order they were said; a newer copy takes the place of an older one. */
function merge(known: PhoneMessage[], news: PhoneMessage[]): PhoneMessage[] {
	const byId = new Map(known.map((message) => [message.id, message]));
	for (const message of news) byId.set(message.id, message);
	return [...byId.values()].sort((a, b) => a.at.localeCompare(b.at) || a.seq - b.seq);
}

function applyStatuses(client: QueryClient, key: string, changes: Burst['statuses']): void {
	const [provider, number] = JSON.parse(key) as [string, string];
	const { queryKey } = queries.conversation(provider, number);
	const known = client.getQueryData<PhoneMessage[]>(queryKey);
	if (!known) return;
	const byId = new Map(changes.map(({ data }) => [data.id, data]));
	client.setQueryData(
		queryKey,
		known.map((message) => {
			const change = byId.get(message.id);
			if (!change) return message;
			byId.delete(message.id);
			return { ...message, status: change.status, errors: change.errors ?? null };
		}),
	);
	// A status of a message the page has not met: its event is on the way, or it was refused in a queue.
	if (byId.size > 0) void readNews(client, provider, number, [...byId.keys()]);
}

function applyDeliveries(client: QueryClient, told: Burst['deliveries']): void {
	for (const [provider, deliveries = []] of Object.entries(Object.groupBy(told, (one) => one.provider)))
		client.setQueryData(queries.deliveries(provider).queryKey, (known) => {
			if (!known) return known;
			const bySeq = new Map(known.map((one) => [one.seq, one]));
			for (const { data } of deliveries) bySeq.set(data.seq, data);
			return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
		});
}
