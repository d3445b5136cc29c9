/** Segments that begin a picture and hold its size (ITU-T T.81, table B.1); the codes between them mean something else. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Markers that stand by themselves, without a length behind them. */
const isAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9);

/**
 * Width and height of a JPEG in pixels, by its first bytes.
 * @returns undefined where these are no JPEG, or end before its size
 */
export function jpegSize(bytes: Uint8Array): { width: number; height: number } | undefined {
	if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
	const two = (at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
	let at = 2;
	while (at + 9 <= bytes.length && bytes[at] === 0xff) {
		const marker = bytes[at + 1] ?? 0;
		// Any number of these may stand before a marker.
		if (marker === 0xff) at += 1;
		else if (isAlone(marker)) at += 2;
		else if (isFrame(marker)) return { height: two(at + 5), width: two(at + 7) };
		else at += 2 + two(at + 2);
	}
	return undefined;
}
