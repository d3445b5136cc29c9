import { jpegSize } from '../../../whatsapp/jpegSize';

const bytes = (...parts: string[]) => Buffer.from(parts.join(''), 'hex');
const START = 'ffd8';
/** A frame of 640 by 480 pixels. */
const frame = (marker = 'c0') => `ff${marker}000b0801e0028001011100`;
const SEGMENT = 'ffe1000a45786966ffc00001';

test.each([
	['a picture that begins with its frame', bytes(START, frame())],
	['a progressive one', bytes(START, frame('c2'))],
	['one with a segment before, which holds what looks like a marker', bytes(START, SEGMENT, frame())],
	['one with a table before', bytes(START, 'ffc40004abcd', frame())],
	['one with fill bytes', bytes(START, 'ffff', frame())],
])('the size of %s', (_what, content) => {
	expect(jpegSize(content)).toEqual({ width: 640, height: 480 });
});

test.each([
	['nothing', bytes()],
	['a PNG', bytes('89504e470d0a1a0a')],
	['a picture that is cut off in its frame', bytes(START, frame().slice(0, 14))],
	['one that is cut off before', bytes(START, 'ffe1ffff45')],
	['one that is broken', bytes(START, '0000', frame())],
])('no size of %s', (_what, content) => {
	expect(jpegSize(content)).toBeUndefined();
});
