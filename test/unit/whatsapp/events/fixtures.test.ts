import { EVENT_KINDS } from '../../../../whatsapp/events/event';
import { loadFixtures } from './fixtures';
import { read } from './read';

const FIXTURES = loadFixtures();

describe.each(FIXTURES)('$name', ({ provider, body, events }) => {
	it('gives the stored events', () => {
		expect(read(body, provider)).toStrictEqual(events);
	});

	it('refers to the body instead of copying it, and leaves it as it was', () => {
		const before = JSON.stringify(body);
		const pieces = read(body, provider).map(({ raw }) => raw);
		expect(JSON.stringify(body)).toBe(before);
		expect(pieces.every((piece, at) => piece === events[at].raw || isRebuilt(piece))).toBe(true);

		function isRebuilt(piece: unknown): boolean {
			return !before.includes(JSON.stringify(piece));
		}
	});

	it('gives the same under the other provider, but for its name', () => {
		expect(read(body, 'another')).toStrictEqual(events.map((event) => ({ ...event, provider: 'another' })));
	});

	it('reads the same from the raw text', () => {
		expect(read(JSON.stringify(body), provider)).toEqual(events);
	});

	it('never fails on the way', () => {
		expect(read(body).filter((event) => event.normalizationError !== undefined)).toEqual([]);
	});
});

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
