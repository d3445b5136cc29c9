import type { IDataObject } from 'n8n-workflow';

import { heltar } from '../../../sandbox/heltar/index';
import { contactsOf, newContact } from '../../../sandbox/heltar/contact';
import { startSandbox } from '../../../sandbox/listen';
import { runNode } from '../harness';
import { KEY } from './fixture';

const DANA = '447700900123';
const COUNT = 25_000;
/** More than two pages of messages carry the same time. */
const AT_ONE_TIME = 1300;
const FIRST = Date.parse('2026-03-01T09:00:00.000Z');

const idOf = (at: number) => `wamid.${at}`;

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
beforeAll(async () => {
	const seed: typeof heltar.seed = (world) => {
		heltar.seed(world);
		const person = world.people.resolve(DANA);
		contactsOf(world).put(DANA, newContact(person));
		for (let at = 0; at < COUNT; at++) {
			world.messages.add({
				id: idOf(at),
				number: DANA,
				direction: at % 2 === 0 ? 'in' : 'out',
				type: 'text',
				text: `No. ${at}`,
				status: at % 2 === 0 ? 'received' : 'delivered',
				at: FIRST + Math.floor(at / AT_ONE_TIME),
				raw: {},
				record: { clientWaNumber: DANA, type: 'text', body: `No. ${at}` },
			});
		}
	};
	sandbox = await startSandbox({ providers: [{ ...heltar, seed }] });
});
afterAll(async () => await sandbox.close());

const read = async (parameters: IDataObject) => {
	const { json, error } = await runNode({
		type: 'heltar',
		credentials: { heltarApi: { apiKey: KEY, baseUrl: `${sandbox.url}/heltar` } },
		parameters: { resource: 'message', operation: 'getMany', clientWaNumber: DANA, ...parameters },
	});
	expect(error).toBeUndefined();
	return json.map(({ wamid }) => wamid);
};

/** The IDs of the last so many messages, or of every second of them. */
const last = (count: number, step = 1) =>
	Array.from({ length: count }, (_, at) => idOf(COUNT - (count - at) * step));

test('25,000 messages, many with the same time, are read page by page: none is lost, none comes twice', async () => {
	expect(await read({ returnAll: true })).toEqual(last(COUNT));
});

test('so are the last of them, up to a limit in the middle of a page and of a time', async () => {
	expect(await read({ limit: 12_345 })).toEqual(last(12_345));
});

test('and those of the contact alone', async () => {
	expect(await read({ limit: 3000, direction: 'inbound' })).toEqual(last(3000, 2));
});
