let segmenter: Intl.Segmenter | undefined;

/** Made when a text is first looked at: it loads Unicode's tables, for which n8n would wait at every start. */
const segmentsOf = (text: string) =>
	(segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })).segment(text);

/** What people see as one character each: letters with their marks, emoji with all that are joined to them. */
export const charactersOf = (text: string): string[] =>
	Array.from(segmentsOf(text), ({ segment }) => segment);

const BEYOND_16_BITS = /[\u{10000}-\u{10FFFF}]/gu;

/** The length of a text as WhatsApp counts it: in Unicode code points. */
export const lengthOf = (text: string): number => text.length - (text.match(BEYOND_16_BITS)?.length ?? 0);

/** A text of at most so many code points: what is longer is cut between two characters and ends in "…". */
export function cut(text: string, most: number): string {
	if (lengthOf(text) <= most) return text;
	let kept = '';
	let left = most - 1;
	for (const { segment } of segmentsOf(text)) {
		left -= lengthOf(segment);
		if (left < 0) break;
		kept += segment;
	}
	return `${kept}…`;
}
