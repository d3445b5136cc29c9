import type { IDataObject } from 'n8n-workflow';

import { chosen, useFixture } from './fixture';

const ASHA = '919800000101';
const DAY_MS = 86_400_000;

const fixture = useFixture();

/** What a contact that Heltar describes so comes out as. */
async function windowOf(contact: IDataObject): Promise<unknown> {
	await fixture.answerNext(`/v1/clients/${ASHA}`, { clientWaNumber: ASHA, ...contact });
	const { json, error } = await fixture.run({
		resource: 'contact',
		operation: 'get',
		clientWaNumber: chosen(ASHA),
	});
	expect(error).toBeUndefined();
	return 'windowOpenUntil' in json[0] ? json[0].windowOpenUntil : 'absent';
}

const soon = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();

test('a contact says until when it can be written to freely', async () => {
	const end = soon(3_600_000);
	expect(await windowOf({ conversationExpire: end })).toBe(end);
	expect(await windowOf({ conversationExpire: end.slice(0, -1).replace('T', ' ') })).toBe(end);
	expect(await windowOf({ conversationExpire: end.replace('Z', '+00:00') })).toBe(end);
});

test('a window that closes within half a minute counts as closed', async () => {
	expect(await windowOf({ conversationExpire: soon(25_000) })).toBeNull();
	expect(await windowOf({ conversationExpire: soon(90_000) })).toEqual(expect.any(String));
});

test.each<[string, IDataObject]>([
	['never wrote, whose window ended when the contact was made', { conversationExpire: soon(-DAY_MS) }],
	['has no end', { conversationExpire: null }],
	['says nothing about it', {}],
	['says something else', { conversationExpire: 'never' }],
])('is closed for a contact that %s', async (_, contact) => {
	expect(await windowOf(contact)).toBeNull();
});

test.each([['447700900123@rcs'], ['visitor-17@web'], ['Y2FwdGFpbi1uZW1vLTEyMzQ1Ng==']])(
	'of %s nothing is said: it has no such window',
	async (clientWaNumber) => {
		expect(await windowOf({ clientWaNumber, conversationExpire: soon(DAY_MS) })).toBe('absent');
	},
);

test('a contact who hides the number has one, too', async () => {
	const end = soon(DAY_MS);
	expect(await windowOf({ clientWaNumber: 'GB.7315902846613057', conversationExpire: end })).toBe(end);
});

test('the list says it as well, and raw data stay as they came', async () => {
	const list = async (simplify: boolean) =>
		(await fixture.run({ resource: 'contact', operation: 'getMany', returnAll: true, simplify })).json.find(
			({ clientWaNumber }) => clientWaNumber === ASHA,
		);
	expect(Date.parse(String((await list(true))?.windowOpenUntil)) - Date.now()).toBeGreaterThan(DAY_MS / 2);
	expect(await list(false)).not.toHaveProperty('windowOpenUntil');
	await fixture.settings({ window: 'real' });
	expect(await list(true)).toMatchObject({ windowOpenUntil: null });
});
