import { SEEN_LIMITS, SeenKeys } from '../../../../whatsapp/events/seen';

const HOUR = 60 * 60 * 1000;

describe('a key', () => {
	it('can be claimed once', () => {
		const seen = new SeenKeys();
		expect(seen.claim('a', 0)).toBe(true);
		expect(seen.claim('a', 1)).toBe(false);
		expect(seen.claim('b', 1)).toBe(true);
	});

	it('can be claimed again after its release', () => {
		const seen = new SeenKeys();
		seen.claim('a', 0);
		seen.release('a');
		seen.release('never claimed');
		expect(seen.claim('a', 1)).toBe(true);
	});

	it('is forgotten after a day, which repeats do not prolong', () => {
		const seen = new SeenKeys();
		seen.claim('a', 0);
		expect(seen.claim('a', 24 * HOUR - 1)).toBe(false);
		expect(seen.claim('a', 24 * HOUR)).toBe(true);
		expect(seen.claim('a', 25 * HOUR)).toBe(false);
	});

	it('is forgotten when enough others came after it', () => {
		const seen = new SeenKeys({ maxKeys: 3 });
		for (const key of ['a', 'b', 'c', 'd']) seen.claim(key, 0);
		expect(seen.size).toBe(3);
		expect(seen.claim('b', 1)).toBe(false);
		expect(seen.claim('a', 1)).toBe(true);
	});

	it('is forgotten by its own age even when the clock was set back in between', () => {
		const seen = new SeenKeys({ maxAge: 10 });
		seen.claim('later', 100);
		seen.claim('earlier', 50);
		expect(seen.claim('earlier', 60)).toBe(true);
		expect(seen.claim('later', 60)).toBe(false);
	});
});

it('twenty thousand keys are remembered, old ones take no room', () => {
	const seen = new SeenKeys();
	expect(SEEN_LIMITS).toEqual({ maxAge: 24 * HOUR, maxKeys: 20_000 });
	for (let at = 0; at < 20_005; at += 1) seen.claim(`key ${at}`, at);
	expect(seen.size).toBe(20_000);
	seen.claim('next day', 48 * HOUR);
	expect(seen.size).toBe(1);
});
