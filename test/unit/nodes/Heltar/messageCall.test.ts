import { readResults } from '../../../../nodes/Heltar/messageCall';

const entry = (clientWaNumber: string) => ({ clientWaNumber, messageType: 'text', message: 'Hi' });
const A = '447700900101';
const B = '447700900102';
const ok = (wamid: string, clientWaNumber?: string) => ({
	message: { wamid, status: 'waiting' },
	clientWaNumber,
});
const bad = (code: number) => ({
	errorCode: 400,
	errorData: { error: { code, message: `refused (${code})` } },
});

const read = (status: number, body: unknown, recipients: string[]) =>
	readResults({ status, headers: {}, body }, recipients.map(entry))?.map((result) =>
		result.outcome === 'sent' ? (result.id ?? 'sent') : `${result.outcome}: ${result.error.message}`,
	);

describe('handing results back to their messages', () => {
	test('by position', () => {
		const body = { data: { success: { 1: ok('w1') }, fail: { 0: bad(131047) } } };
		expect(read(206, body, [A, B])).toEqual(['failed: refused (131047)', 'w1']);
	});

	test('all failed: the maps are in errorRaw of a 400', () => {
		const body = {
			errorMessage: 'Failed to send all messages',
			errorRaw: { success: {}, fail: { 0: bad(131026) } },
		};
		expect(read(400, body, [A])).toEqual(['failed: refused (131026)']);
	});

	test('without an envelope, keyed by recipient', () => {
		expect(read(200, { success: { [B]: ok('wB'), [A]: ok('wA') }, fail: {} }, [A, B])).toEqual(['wA', 'wB']);
	});

	test('several messages to one recipient collapse in such a map: the others are accepted without an id', () => {
		expect(read(200, { success: { [A]: ok('w1') }, fail: {} }, [A, A])).toEqual(['w1', 'sent']);
	});

	test('a recipient named in the entry wins over a position that disagrees', () => {
		const body = { data: { success: { 0: ok('wB', B), 1: ok('wA', A) }, fail: {} } };
		expect(read(200, body, [A, B])).toEqual(['wA', 'wB']);
	});

	test('a record in the success map that failed is a failure', () => {
		const body = {
			data: {
				success: { 0: { message: { status: 'failed', failureReason: 'Client is blocked' } } },
				fail: {},
			},
		};
		expect(read(200, body, [A])).toEqual(['failed: Client is blocked']);
	});

	test('a message in neither map is unknown', () => {
		expect(read(200, { data: { success: { 0: ok('w0') }, fail: {} } }, [A, B])).toEqual([
			'w0',
			'unknown: Heltar accepted the call but gave no result for this message',
		]);
	});

	test('an id of Heltar’s own means that WhatsApp has not answered yet', () => {
		const [result] = readResults(
			{ status: 200, headers: {}, body: { data: { success: { 0: ok('hemid.1') }, fail: {} } } },
			[entry(A)],
		)!;
		expect(result).toMatchObject({ outcome: 'sent', json: { queued: true, wamid: 'hemid.1' } });
	});

	test('an answer about the call as a whole holds no results', () => {
		expect(
			read(400, { errorMessage: 'messages[0].message is required', errorRaw: null }, [A]),
		).toBeUndefined();
	});
});
