import { readTime } from '../../../../whatsapp/events/time';
import { readOne } from './read';

describe('times', () => {
	it.each([
		['1717500000', '2024-06-04T11:20:00.000Z'],
		[' 1717500000\n', '2024-06-04T11:20:00.000Z'],
		[1717500000, '2024-06-04T11:20:00.000Z'],
		['1717500000123', '2024-06-04T11:20:00.123Z'],
		[1717500000123, '2024-06-04T11:20:00.123Z'],
		['2024-06-04T11:20:00Z', '2024-06-04T11:20:00.000Z'],
		['2024-06-04T16:50:00.5+05:30', '2024-06-04T11:20:00.500Z'],
		['2024-06-04T16:50:00+0530', '2024-06-04T11:20:00.000Z'],
		['2024-06-04T11:20', '2024-06-04T11:20:00.000Z'],
		['2024-06-04', '2024-06-04T00:00:00.000Z'],
	])('%j is %s', (sent, time) => {
		expect(readTime(sent)).toBe(time);
	});

	it.each([
		[''],
		['soon'],
		['171750000'],
		[171750000],
		[1717500000.5],
		['2024-13-01T00:00:00Z'],
		[true],
		[null],
		[{}],
	])('%j is no time', (sent) => {
		expect(readTime(sent)).toBeNull();
	});

	it('come from the piece, else from its wrapper, never from the clock', () => {
		const data = { id: 'wamid.X1', type: 'text' };
		const wrapped = (more: object) =>
			readOne({ event: 'message.received', timestamp: 1717500001, data: { ...data, ...more } });
		expect(wrapped({ timestamp: 1717500000 }).timestamp).toBe('2024-06-04T11:20:00.000Z');
		expect(wrapped({}).timestamp).toBe('2024-06-04T11:20:01.000Z');
		expect(wrapped({ timestamp: 'soon' }).timestamp).toBeNull();
		expect(readOne({ messages: [data] }).timestamp).toBeNull();
	});
});
