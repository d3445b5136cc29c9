import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Workflow } from '../demo/n8nApi.ts';

const STATUSES = ['sent', 'delivered', 'read', 'played'];
export const STATUSES_OF_A_MESSAGE = STATUSES.length;
/** So many at once, as a provider delivers. */
const AT_ONCE = 10;

/** A workflow that takes deliveries in. */
export interface Side {
	workflow: Workflow;
	url: string;
	headers: Record<string, string>;
	/** Executions so far. */
	executions: number;
	/** Time spent on measured events, in milliseconds. */
	spent: number;
}

/** How many executions a side has had; how often it is asked is the counter's business. */
export type Count = (side: Side) => Promise<number>;

interface Flow {
	/** Deliveries under way. */
	atOnce?: number;
	/** Deliveries wait while so many executions have not ended: a side that answers at once is not to run away. */
	backlog?: number;
}

/** Delivers events to one side, and waits for the executions they have to start. */
export async function take(
	count: Count,
	side: Side,
	events: string[],
	starts: number,
	{ atOnce = AT_ONCE, backlog = Infinity }: Flow = {},
): Promise<void> {
	const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
	const waiting = events.values();
	const before = side.executions;
	const begin = Date.now();
	let begun = 0;
	const delivered = Promise.all(
		Array.from({ length: atOnce }, async () => {
			for (const event of waiting) {
				while (begun - (side.executions - before) >= backlog) await sleep(10);
				begun += 1;
				await deliver(side, event, agent);
			}
		}),
	);
	if (backlog === Infinity) await delivered;
	while ((side.executions = await count(side)) < before + starts)
		await sleep(backlog === Infinity ? 20 : 200);
	await delivered;
	side.spent += Date.now() - begin;
	agent.destroy();
}

/** Delivers one event. @throws when it is not answered with 200 */
export async function deliver({ url, headers }: Side, body: string, agent?: Agent): Promise<void> {
	const status = await new Promise<number | undefined>((resolve, reject) => {
		const call = request(
			url,
			{ method: 'POST', agent, headers: { 'content-type': 'application/json', ...headers } },
			(response) => response.resume().once('end', () => resolve(response.statusCode)),
		);
		call.once('error', reject).end(body);
	});
	if (status !== 200) throw new Error(`${url} answered with ${status}`);
}

let serial = 0;

/** Messages nobody has seen yet, each followed by the statuses of the answer to it where they are wanted. */
export const eventsOf = (messages: number, withStatuses: boolean): string[] =>
	Array.from({ length: messages }, () => conversation((serial += 1), withStatuses)).flat();

/** Statuses nobody has seen yet, without the messages they belong to. */
export const statusesOf = (count: number): string[] =>
	Array.from({ length: count / STATUSES_OF_A_MESSAGE }, () =>
		conversation((serial += 1), true).slice(1),
	).flat();

/** Messages nobody has seen yet: of so many people, who each write so many, one after the other. */
export const burstsOf = (people: number, each: number): string[] =>
	Array.from({ length: people }, (_, person) =>
		Array.from({ length: each }, () => conversation((serial += 1), false, `4477009${10_000 + person}`)),
	).flat(2);

/** A message of a customer and the statuses of the answer to it, as Heltar delivers them (Heltar API, "Webhooks"). */
function conversation(number: number, withStatuses: boolean, customer = '447700900123'): string[] {
	const message = {
		from: customer,
		id: `wamid.in.${number}`,
		timestamp: '1770000000',
		type: 'text',
		text: { body: `Where is parcel ${number}?` },
	};
	const statuses = STATUSES.map((status) => ({
		id: `wamid.out.${number}`,
		status,
		timestamp: '1770000001',
		recipient_id: customer,
	}));
	const contacts = [{ wa_id: customer, profile: { name: 'Dana' } }];
	return [
		envelope({ contacts, messages: [message] }),
		...(withStatuses ? statuses.map((status) => envelope({ statuses: [status] })) : []),
	];
}

const envelope = (value: object) =>
	JSON.stringify({
		object: 'whatsapp_business_account',
		entry: [
			{
				id: '100000000000001',
				changes: [
					{
						field: 'messages',
						value: {
							messaging_product: 'whatsapp',
							metadata: { display_phone_number: '447700900999', phone_number_id: '200000000000002' },
							...value,
						},
					},
				],
			},
		],
	});
