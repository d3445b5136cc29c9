import type { ChatMessage } from '../../../../nodes/Heltar/chatMemory/conversation';
import { newestWithin } from '../../../../nodes/Heltar/chatMemory/window';

const messages = (...texts: string[]) =>
	texts.map((text): ChatMessage => ({ role: 'user', text, details: { sentBy: 'customer' } }));
const within = (texts: string[], count: number, characters = 1000) =>
	newestWithin(messages(...texts), { count, characters }).map(({ text }) => text);

test.each([
	[2, ['b', 'c']],
	[3, ['a', 'b', 'c']],
	[4, ['a', 'b', 'c']],
	[1, ['c']],
])('the newest %i messages', (count, expected) => {
	expect(within(['a', 'b', 'c'], count)).toEqual(expected);
});

test.each([
	[9, ['aaa', 'bbb', 'ccc']],
	[8, ['bbb', 'ccc']],
	[6, ['bbb', 'ccc']],
	[5, ['ccc']],
	[3, ['ccc']],
	[2, ['c…']],
])('messages of at most %i characters together', (characters, expected) => {
	expect(within(['aaa', 'bbb', 'ccc'], 10, characters)).toEqual(expected);
});

test('characters are counted as people see them, and none is cut in two', () => {
	expect(within(['👍👍👍'], 1, 3)).toEqual(['👍👍👍']);
	expect(within(['👍👍👍'], 1, 2)).toEqual(['👍…']);
});

test('a message that does not fit ends the memory: none is left out between two', () => {
	expect(within(['a', 'bbbbbb', 'c'], 10, 4)).toEqual(['c']);
});

test('nothing of nothing', () => {
	expect(within([], 5)).toEqual([]);
});
