import type { WhatsAppEvent } from '../../../../whatsapp/events/event';
import { PAIRS, type Pair } from './pairs';
import { cloud, CUSTOMER, OWN_NUMBER, read, RECEIVED_AT, withoutVoid } from './read';

/** Left out of every expectation; checked below for every event. */
const EVERYWHERE = ['schema', 'dedupeKey', 'receivedAt', 'raw'];

const DIRECTIONS: Record<string, string> = { message: 'inbound', status: 'outbound' };

function providerOf({ events }: Pair): string {
	return (events[0].provider as string | undefined) ?? 'helloAll';
}

/** What the expectation leaves out for brevity, put back in. */
function complete(pair: Pair, event: Record<string, unknown>): Record<string, unknown> {
	if (pair.scope === 'complete') return event;
	const direction = DIRECTIONS[event.event as string];
	const common = {
		provider: providerOf(pair),
		form: pair.scope === 'value' ? 'cloud' : 'onprem',
		...(direction && { direction }),
		...event,
	};
	if (pair.scope === 'body') return common;
	return {
		to: OWN_NUMBER,
		phoneNumberId: '200000000000002',
		wabaId: '100000000000001',
		field: 'messages',
		...(event.event === 'message' && { from: CUSTOMER, profileName: 'Asha Verma' }),
		...common,
	};
}

function stated(event: WhatsAppEvent): unknown {
	return withoutVoid(Object.fromEntries(Object.entries(event).filter(([key]) => !EVERYWHERE.includes(key))));
}

describe.each(PAIRS)('$title', (pair) => {
	const body = pair.scope === 'value' ? cloud(pair.body as object) : pair.body;
	const events = read(body, providerOf(pair));

	it('gives exactly these events', () => {
		expect(events.map(stated)).toStrictEqual(pair.events.map((event) => complete(pair, event)));
	});

	it('says when it arrived, in which schema, and what tells its redelivery', () => {
		for (const event of events) {
			expect(event.schema).toBe(1);
			expect(event.receivedAt).toBe(RECEIVED_AT);
			expect(event.dedupeKey).toMatch(/^(message|status|template|account|error|unknown):./);
			expect(event.raw).toBeDefined();
		}
	});

	it('reads the same from the raw text', () => {
		const text = typeof body === 'string' ? body : JSON.stringify(body);
		expect(read(text, providerOf(pair))).toEqual(events);
	});
});

it('holds all twenty', () => {
	expect(PAIRS).toHaveLength(20);
});
