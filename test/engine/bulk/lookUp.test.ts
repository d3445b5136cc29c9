import type { IDataObject } from 'n8n-workflow';

import { useJumpingClock } from '../../jumpingClock';
import { numberOf, openBulk } from './fixture';

const clock = useJumpingClock();

const [A, B] = [numberOf(0), numberOf(1)];
const CONTINUE = { onError: 'continueRegularOutput' } as const;

let bulk: Awaited<ReturnType<typeof openBulk>>;
beforeAll(async () => {
	bulk = await openBulk('heltar');
});
afterAll(async () => await bulk.close());
beforeEach(async () => await bulk.reset());

const message = (to: string, text: string): IDataObject => ({ to, text });
const send = async (items: IDataObject[], options: IDataObject = {}) =>
	(await bulk.send(items, { checkBeforeGivingUp: true, ...options }, CONTINUE)).json;
const history = async () =>
	(await bulk.requests()).filter(({ method }) => method === 'GET').map(({ path }) => path);

test('a message that went out although its call broke is found, with its id', async () => {
	await bulk.failWith({ kind: 'resetAfter' });
	const json = await send([message(A, 'one'), message(B, 'two')]);
	const [[sent]] = await Promise.all([bulk.conversation(A)]);
	expect(json).toMatchObject([
		{ outcome: 'sent', wamid: sent.id, foundInHistory: true, clientWaNumber: A },
		{ outcome: 'sent', foundInHistory: true, clientWaNumber: B },
	]);
	expect(await history()).toEqual([`/v1/messages/${A}`, `/v1/messages/${B}`]);
});

test('one that is not in the history stays unknown: it may still come', async () => {
	await send([message(A, 'so that the contact exists')]);
	await bulk.failWith({ kind: 'resetBefore' });
	expect(await send([message(A, 'lost')])).toMatchObject([{ outcome: 'unknown' }]);
});

test('two lost messages alike, of which one is there: both stay unknown', async () => {
	await send([message(A, 'so that the contact exists')]);
	await bulk.failWith({ kind: 'resetBefore' }, { times: 1 });
	await bulk.failWith({ kind: 'resetAfter' });
	expect(await send([message(A, 'same'), message(A, 'same')])).toMatchObject([
		{ outcome: 'unknown' },
		{ outcome: 'unknown' },
	]);
});

test('two lost messages alike that are both there are found one after the other', async () => {
	await bulk.failWith({ kind: 'status', status: 200, body: 'gone', work: true });
	const json = await send([message(A, 'same'), message(A, 'same')]);
	expect(json.map(({ wamid }) => wamid)).toEqual((await bulk.conversation(A)).map(({ id }) => id));
});

test('the same words in a message of this run that is known do not stand for the lost one', async () => {
	await bulk.failWith({ kind: 'resetBefore' }, { after: 1 });
	const json = await send([message(A, 'same'), message(A, 'same')], { batchSize: 1 });
	expect(json).toMatchObject([{ outcome: 'sent' }, { outcome: 'unknown' }]);
});

test('the same words of some time ago do not either', async () => {
	clock.turnBack(2600);
	await send([message(A, 'daily')]);
	clock.pass(2600);
	await bulk.failWith({ kind: 'resetBefore' });
	expect(await send([message(A, 'daily')])).toMatchObject([{ outcome: 'unknown' }]);
});

test('a history that cannot be read leaves things as they are', async () => {
	await bulk.failWith({ kind: 'resetAfter' });
	await bulk.fault({ kind: 'status', status: 403 }, { path: '/v1/messages/9', method: 'GET' });
	expect(await send([message(A, 'one')])).toMatchObject([{ outcome: 'unknown' }]);
});

test('a private note with the same words does not either, and a lost note is found among notes only', async () => {
	await send([message(A, 'so that the contact exists')]);
	await send([message(A, 'call back')], { isPrivate: true });
	await bulk.failWith({ kind: 'resetBefore' }, { times: 1 });
	expect(await send([message(A, 'call back')])).toMatchObject([{ outcome: 'unknown' }]);

	await send([message(B, 'call back')]);
	await bulk.failWith({ kind: 'resetAfter' }, { times: 1 });
	expect(await send([message(B, 'call back')], { isPrivate: true, simplify: false })).toMatchObject([
		{ outcome: 'sent', foundInHistory: true, message: { metaData: { isPrivate: true } } },
	]);
});

test('without the option nobody looks', async () => {
	await bulk.failWith({ kind: 'resetAfter' });
	expect(await send([message(A, 'one')], { checkBeforeGivingUp: false })).toMatchObject([
		{ outcome: 'unknown' },
	]);
	expect(await history()).toEqual([]);
});

test('what was found counts as sent: the run goes on', async () => {
	await bulk.failWith({ kind: 'resetAfter' }, { times: 1 });
	const { json, error } = await bulk.send([message(A, 'one'), message(B, 'two')], {
		checkBeforeGivingUp: true,
		batchSize: 1,
	});
	expect(error).toBeUndefined();
	expect(json).toMatchObject([{ outcome: 'sent', foundInHistory: true }, { outcome: 'sent' }]);
});
