import { useJumpingClock } from '../../jumpingClock';
import { expectTruth, itemsFor, MODES, openBulk, reported } from './fixture';

useJumpingClock();

/** WhatsApp's codes for too many messages: in all, and to one recipient. */
const RATE = 130429;
const RATE_OF_RECIPIENT = 131056;
const COUNT = 6;

/** Positions of a call with so many entries, without the first. */
const butTheFirst = (count: number) => Array.from({ length: count - 1 }, (_, at) => at + 1);

describe('Heltar: a call refused for its rate is retried in small calls', () => {
	let bulk: Awaited<ReturnType<typeof openBulk>>;
	beforeAll(async () => {
		bulk = await openBulk('heltar');
	});
	afterAll(async () => await bulk.close());
	beforeEach(async () => await bulk.reset());

	/** Of six messages one is accepted; the next call carries two of the other five. */
	const sendInSmallCalls = async (secondCall: Record<string, unknown>, node: object) => {
		await bulk.failWith({ kind: 'partial', positions: butTheFirst(COUNT), code: RATE }, { times: 1 });
		await bulk.failWith(secondCall, { times: 1 });
		const outcomes = reported(await bulk.send(itemsFor(COUNT), {}, node), COUNT);
		expectTruth(outcomes, await bulk.received(COUNT));
		return { outcomes, calls: (await bulk.requests()).length };
	};

	const ENDS = {
		'refuses an entry': {
			fault: { kind: 'partial', positions: [0], code: 131026 },
			stopped: { sent: [0, 2], failed: [1, 3, 4, 5], unknown: [] },
			continued: { sent: [0, 2, 3, 4, 5], failed: [1], unknown: [] },
		},
		'is refused as a whole': {
			fault: { kind: 'status', status: 400 },
			stopped: { sent: [0], failed: [1, 2, 3, 4, 5], unknown: [] },
			continued: { sent: [0, 3, 4, 5], failed: [1, 2], unknown: [] },
		},
		breaks: {
			fault: { kind: 'resetBefore' },
			stopped: { sent: [0], failed: [3, 4, 5], unknown: [1, 2] },
			continued: { sent: [0, 3, 4, 5], failed: [], unknown: [1, 2] },
		},
	};

	describe.each(Object.entries(ENDS))('and one of them %s', (_, { fault, stopped, continued }) => {
		test('a run that stops sends nothing more', async () => {
			const { outcomes, calls } = await sendInSmallCalls(fault, MODES.stop);
			expect(outcomes).toEqual({ ...stopped, untouched: [] });
			expect(calls).toBe(2);
		});

		test('a run that continues sends the others', async () => {
			const { outcomes, calls } = await sendInSmallCalls(fault, MODES['continue on fail']);
			expect(outcomes).toEqual({ ...continued, untouched: [] });
			expect(calls).toBe(3);
		});
	});

	test('and none of them fails: everything is sent', async () => {
		await bulk.failWith({ kind: 'partial', positions: butTheFirst(COUNT), code: RATE }, { times: 1 });
		expect(
			reported(await bulk.send(itemsFor(COUNT), {}, MODES['continue on fail']), COUNT).sent,
		).toHaveLength(COUNT);
		expect((await bulk.requests()).length).toBe(3);
	});

	/** After a hundred messages, two calls of 50 go side by side: one has to pause, the other one breaks meanwhile. */
	const sendSideBySide = async (node: object) => {
		await bulk.failWith(
			{ kind: 'partial', positions: butTheFirst(50), code: RATE_OF_RECIPIENT },
			{ after: 2, times: 1 },
		);
		await bulk.failWith({ kind: 'timeout', ms: 50, work: false }, { after: 2, times: 1 });
		const outcomes = reported(await bulk.send(itemsFor(200), { batchSize: 50 }, node), 200);
		expectTruth(outcomes, await bulk.received(200));
		return { outcomes, calls: (await bulk.requests()).length };
	};

	test('a call beside it fails during the pause: a run that stops sends nothing more', async () => {
		const { outcomes, calls } = await sendSideBySide(MODES.stop);
		expect(calls).toBe(4);
		expect(outcomes.sent).toHaveLength(101);
		expect(outcomes.failed).toHaveLength(49);
		expect(outcomes.unknown).toHaveLength(50);
	});

	test('a call beside it fails during the pause: a run that continues sends the others', async () => {
		const { outcomes, calls } = await sendSideBySide(MODES['continue on fail']);
		expect(calls).toBeGreaterThan(5);
		expect(outcomes.sent).toHaveLength(150);
		expect(outcomes.unknown).toHaveLength(50);
	});
});
