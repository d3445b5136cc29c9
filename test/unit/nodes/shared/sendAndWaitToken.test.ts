import fc from 'fast-check';

import { listenerId, personKey, readToken, writeToken } from '../../../../nodes/shared/sendAndWait/token';

const TOKEN = {
	path: '/webhook-waiting',
	executionId: '4821',
	nodeId: 'c0ffee00-1234-4abc-8def-0123456789ab',
	question: 'Qk-_',
	signature: 'ab'.repeat(32),
	listener: listenerId('https://n8n.example.org/webhook/3f1c/webhook'),
	people: [personKey('447700900123')],
	kind: 'approve' as const,
	choice: 'Approve',
};

const facts = (token: NonNullable<ReturnType<typeof readToken>>) =>
	Object.fromEntries(Object.entries(token).filter(([name]) => name !== 'isGenuine'));

test('what goes in comes out, and only the key it was signed with vouches for it', () => {
	const read = readToken(writeToken(TOKEN, 'key-a'))!;
	expect(facts(read)).toEqual(TOKEN);
	expect(read.isGenuine('key-a')).toBe(true);
	expect(read.isGenuine('key-b')).toBe(false);
});

test('any ids, paths and choices survive', () => {
	fc.assert(
		fc.property(
			fc.record({
				path: fc.constantFrom('/webhook-waiting', '/n8n/waiting', '/a.b/c%20d'),
				executionId: fc.oneof(fc.nat().map(String), fc.string({ minLength: 1 })),
				nodeId: fc.oneof(fc.uuid(), fc.string({ minLength: 1 })),
				question: fc.stringMatching(/^[\w-]{4}$/),
				signature: fc.oneof(fc.stringMatching(/^[0-9a-f]{64}$/), fc.string({ minLength: 1 })),
				listener: fc.constantFrom('', TOKEN.listener),
				people: fc.array(fc.string().map(personKey), { minLength: 1, maxLength: 6 }),
				kind: fc.constantFrom('approve' as const, 'decline' as const, 'choose' as const),
				choice: fc.string({ maxLength: 36 }),
			}),
			(token) => {
				const read = readToken(writeToken(token, 'key'))!;
				expect(facts(read)).toEqual(token);
				expect(read.isGenuine('key')).toBe(true);
			},
		),
	);
});

test('a change of any single character is noticed', () => {
	const written = writeToken(TOKEN, 'key');
	for (let at = 0; at < written.length; at++) {
		for (const other of ['A', 'B', '.', '9']) {
			const changed = written.slice(0, at) + other + written.slice(at + 1);
			if (changed === written) continue;
			expect([changed, readToken(changed)?.isGenuine('key') ?? false]).toEqual([changed, false]);
		}
	}
});

test('ids of other buttons are none of ours, whatever they are', () => {
	fc.assert(fc.property(fc.anything(), (id) => expect(readToken(id)).toBeUndefined()));
	for (const id of ['n8n1', 'n8n1.', 'n8n1.1.2.3', 'slot-1', null, undefined])
		expect(readToken(id)).toBeUndefined();
});

test('a token fits into the id of a list row, with six people and the longest choice', () => {
	const people = Array.from({ length: 6 }, (_, at) => personKey(`44770090012${at}`));
	const written = writeToken({ ...TOKEN, executionId: '9999999999', people, choice: 'x'.repeat(36) }, 'key');
	expect(written.length).toBeLessThanOrEqual(200);
});

test('a number is the same person in both of its spellings, and two numbers are two people', () => {
	expect(personKey('5215512345678')).toBe(personKey('525512345678'));
	expect(personKey('+447700900123')).toBe(personKey('447700900123'));
	expect(personKey('447700900123')).not.toBe(personKey('447700900124'));
	expect(personKey('IN.9000000001')).not.toBe(personKey('US.9000000001'));
});

test('a trigger is the same in test and in production', () => {
	expect(listenerId('https://n8n.example.org/webhook-test/3f1c/webhook')).toBe(TOKEN.listener);
	expect(listenerId('https://n8n.example.org/webhook/3f1d/webhook')).not.toBe(TOKEN.listener);
});
