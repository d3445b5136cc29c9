import { RecentReads } from '../../../../core/trigger/recentReads';
import { useStoppedClock } from '../../../jumpingClock';

const clock = useStoppedClock();

let reads: string[];
beforeEach(() => {
	reads = [];
});
const reader = (key: string, value: Promise<string> | string = key) => {
	return async () => {
		reads.push(key);
		return await value;
	};
};

test('a thing is read once for all who ask at the same time, and within its time', async () => {
	const recent = new RecentReads<string>(10_000, 10);
	expect(await Promise.all([recent.get('a', reader('a')), recent.get('a', reader('a'))])).toEqual(['a', 'a']);
	clock.pass(9_990);
	expect(await recent.get('a', reader('a'))).toBe('a');
	expect(reads).toEqual(['a']);
	clock.pass(10);
	await recent.get('a', reader('a'));
	expect(reads).toEqual(['a', 'a']);
});

test('the time counts from when the reading began', async () => {
	const recent = new RecentReads<string>(10_000, 10);
	let answer!: (value: string) => void;
	const first = recent.get('a', reader('a', new Promise((resolve) => (answer = resolve))));
	clock.pass(10_000);
	const second = recent.get('a', reader('a', 'new'));
	answer('old');
	expect(await Promise.all([first, second])).toEqual(['old', 'new']);
	expect(await recent.get('a', reader('a'))).toBe('new');
});

test('a failure is told to all who waited, and the next one has it read again', async () => {
	const recent = new RecentReads<string>(10_000, 10);
	const fails = async () => {
		reads.push('a');
		throw new Error('no');
	};
	const ends = await Promise.allSettled([recent.get('a', fails), recent.get('a', fails)]);
	expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
	expect(reads).toEqual(['a']);
	expect(await recent.get('a', reader('a'))).toBe('a');
});

test('a failure that comes late takes nothing newer with it', async () => {
	const recent = new RecentReads<string>(10_000, 10);
	let fail!: (error: Error) => void;
	const first = recent.get('a', reader('a', new Promise((_, reject) => (fail = reject))));
	clock.pass(10_000);
	await recent.get('a', reader('a', 'new'));
	fail(new Error('no'));
	await expect(first).rejects.toThrow('no');
	expect(await recent.get('a', reader('a'))).toBe('new');
});

test('no more things are kept than allowed: the oldest go', async () => {
	const recent = new RecentReads<string>(10_000, 2);
	for (const key of ['a', 'b', 'c']) await recent.get(key, reader(key));
	expect(recent.size).toBe(2);
	await recent.get('b', reader('b'));
	await recent.get('a', reader('a'));
	expect(reads).toEqual(['a', 'b', 'c', 'a']);
});

test('what is forgotten is read again', async () => {
	const recent = new RecentReads<string>(10_000, 10);
	for (const key of ['a', 'b']) await recent.get(key, reader(key));
	recent.forget((key) => key === 'a');
	for (const key of ['a', 'b']) await recent.get(key, reader(key));
	expect(reads).toEqual(['a', 'b', 'a']);
});
