import { EVENT_KINDS } from '../../../../whatsapp/events/event';
import { loadFixtures } from './fixtures';
import { read } from './read';

const FIXTURES = loadFixtures();

it.each(FIXTURES)(
	'$name gives the stored events, the same from its text and under another provider, out of a body that stays as it was',
	({ provider, body, events }) => {
		const before = JSON.stringify(body);
		const found = read(body, provider);
		expect(found).toStrictEqual(events);
		expect(found.filter((event) => event.normalizationError !== undefined)).toEqual([]);
		// They refer to the body instead of copying it.
		const isRebuilt = (piece: unknown) => !before.includes(JSON.stringify(piece));
		expect(found.every(({ raw }, at) => raw === events[at].raw || isRebuilt(raw))).toBe(true);
		expect(JSON.stringify(body)).toBe(before);

		expect(read(before, provider)).toEqual(events);
		expect(read(body, 'another')).toStrictEqual(events.map((event) => ({ ...event, provider: 'another' })));
	},
);

/** Which every event has, in the order in which n8n shows them; the blocks stand between both. */
const FIRST = [
	...['from', 'profileName', 'text', 'type', 'event', 'direction', 'timestamp'],
	...['id', 'to', 'userId', 'groupId'],
];
const LAST = [
	'phoneNumberId',
	'wabaId',
	'field',
	'provider',
	'form',
	'receivedAt',
	'schema',
	'dedupeKey',
	'raw',
];

it.each(FIXTURES)(
	'$name gives what one looks for first, and where it came from last',
	({ provider, body }) => {
		for (const event of read(body, provider)) {
			const keys = Object.keys(event);
			expect(keys.slice(0, FIRST.length)).toEqual(FIRST);
			expect(keys.slice(-LAST.length)).toEqual(LAST);
		}
	},
);

describe('together the fixtures', () => {
	const all = FIXTURES.flatMap(({ events }) => events);

	it('show every kind of event in every form', () => {
		expect(new Set(all.map(({ event }) => event))).toEqual(new Set(EVENT_KINDS));
		expect(new Set(all.map(({ form }) => form))).toEqual(
			new Set(['cloud', 'onprem', 'event', 'record', 'raw']),
		);
	});

	it('show every message type that has a meaning of its own', () => {
		const types = all.filter(({ event }) => event === 'message').map(({ type }) => type);
		expect([...new Set(types)].sort()).toEqual(
			[
				...[
					'audio',
					'button',
					'contacts',
					'document',
					'edit',
					'ephemeral',
					'hologram',
					'image',
					'interactive',
				],
				...['location', 'order', 'reaction', 'revoke', 'sticker', 'system', 'text', 'unknown', 'unsupported'],
				'video',
			].sort(),
		);
	});

	it('give nothing only where nothing was sent', () => {
		const silent = FIXTURES.filter(({ events }) => events.length === 0).map(({ name }) => name);
		expect(silent).toEqual([
			'cloud-empty_envelope',
			'onprem-malformed-empty_array',
			'onprem-malformed-empty_object',
		]);
	});
});
