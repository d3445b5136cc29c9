import { holdsResults, readResults } from '../../../../nodes/Heltar/sendResults';

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

	describe('two messages to one person in a map keyed by recipient', () => {
		const texts = ['first', 'second', 'third'];
		const readTexts = (body: unknown, count = 2) =>
			readResults(
				{ status: 206, headers: {}, body },
				texts.slice(0, count).map((message) => ({ clientWaNumber: A, messageType: 'text', message })),
			)?.map(({ outcome }) => outcome);
		const sent = (body?: string) => ({ message: { wamid: 'w1', type: 'text', body, status: 'waiting' } });
		const refusedText = (message?: string) => ({
			...bad(131026),
			message: { clientWaNumber: A, messageType: 'text', message },
		});

		test('the refusal names the text it refused', () => {
			const body = (message: string) => ({ success: { [A]: sent() }, fail: { [A]: refusedText(message) } });
			expect(readTexts(body('first'))).toEqual(['failed', 'sent']);
			expect(readTexts(body('second'))).toEqual(['sent', 'failed']);
		});

		test('the acceptance names the text it accepted', () => {
			expect(readTexts({ success: { [A]: sent('second') }, fail: { [A]: bad(131026) } })).toEqual([
				'failed',
				'sent',
			]);
		});

		test('where neither names a text, both are unknown', () => {
			expect(readTexts({ success: { [A]: sent() }, fail: { [A]: bad(131026) } })).toEqual([
				'unknown',
				'unknown',
			]);
			expect(readTexts({ success: { [A]: sent() }, fail: { [A]: refusedText('other') } })).toEqual([
				'unknown',
				'unknown',
			]);
		});

		test('a refusal alone says nothing of the other message', () => {
			expect(readTexts({ success: {}, fail: { [A]: refusedText('first') } })).toEqual(['failed', 'unknown']);
			expect(readTexts({ success: {}, fail: { [A]: bad(131026) } })).toEqual(['unknown', 'unknown']);
		});

		test('of three, the two that are not named are unknown', () => {
			const body = { success: { [A]: sent() }, fail: { [A]: refusedText('second') } };
			expect(readTexts(body, 3)).toEqual(['unknown', 'failed', 'unknown']);
		});

		test('two alike cannot be told apart', () => {
			const same = { clientWaNumber: A, messageType: 'text', message: 'first' };
			const body = { success: { [A]: sent('first') }, fail: { [A]: refusedText('first') } };
			expect(readResults({ status: 206, headers: {}, body }, [same, same])).toMatchObject([
				{ outcome: 'unknown' },
				{ outcome: 'unknown' },
			]);
		});
	});

	test.each([
		['a position', { data: { success: { 0: ok('w0') }, fail: { 0: bad(131026) } } }],
		['a recipient', { success: { [A]: ok('wA') }, fail: { [A]: bad(131026) } }],
		['a recipient, once with a plus sign', { success: { [`+${A}`]: ok('wA') }, fail: { [A]: bad(131026) } }],
	])('%s in both maps is unknown', (_, body) => {
		expect(read(206, body, [A, B])?.[0]).toMatch(/^unknown: .*both/);
	});

	test('a number with a plus sign is the same recipient', () => {
		expect(read(200, { success: { [`+${A}`]: ok('wA') }, fail: { [B]: bad(131026) } }, [A, B])).toEqual([
			'wA',
			'failed: refused (131026)',
		]);
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
			'unknown: Heltar accepted the request, but returned no result for this message',
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

	test('maps with nothing in them say nothing', () => {
		const answer = (body: unknown) => ({ status: 429, headers: {}, body });
		expect(holdsResults(answer({ data: { success: {}, fail: {} } }))).toBe(false);
		expect(holdsResults(answer({ errorRaw: { success: { 0: ok('w0') } } }))).toBe(true);
		expect(holdsResults(answer('success'))).toBe(false);
	});

	test('a hundred thousand results are read in no time, however they are keyed', () => {
		const numbers = Array.from({ length: 100_000 }, (_, at) => String(447700000000 + at));
		const success = Object.fromEntries(numbers.map((number) => [number, ok(`w${number}`)]));
		expect(read(200, { success, fail: {} }, numbers)?.at(-1)).toBe('w447700099999');
	});
});
