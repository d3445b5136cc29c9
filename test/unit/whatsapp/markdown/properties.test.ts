import * as fc from 'fast-check';

import { markdownToWhatsApp } from '../../../../whatsapp/markdown';
import { anySigns, randomMarkdown, randomWhatsApp } from './arbitrary';
import { lettersOf, seenByMarked, seenOnPhone } from './seen';

describe('whatever Markdown it is', () => {
	it('is in WhatsApp’s formatting then: nothing is left to convert', () => {
		fc.assert(
			fc.property(randomMarkdown, (markdown) => {
				const whatsapp = markdownToWhatsApp(markdown);
				expect(markdownToWhatsApp(whatsapp)).toBe(whatsapp);
			}),
			{ numRuns: 20000 },
		);
	});

	it('keeps each letter and digit in its place, and gets no others', () => {
		fc.assert(
			fc.property(randomMarkdown, (markdown) => {
				expect(lettersOf(seenOnPhone(markdownToWhatsApp(markdown)))).toBe(lettersOf(seenByMarked(markdown)));
			}),
			{ numRuns: 20000 },
		);
	});
});

describe('whatever is in WhatsApp’s formatting', () => {
	it('stays as it is', () => {
		fc.assert(
			fc.property(randomWhatsApp, (whatsapp) => {
				expect(markdownToWhatsApp(whatsapp)).toBe(whatsapp);
			}),
			{ numRuns: 20000 },
		);
	});
});

describe('whatever signs in whatever order', () => {
	const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

	it('keep their letters and digits', () => {
		fc.assert(
			fc.property(anySigns('*_~`#>-+|=()![]<\\ \t\n\r.:a2ब订🎉'), (text) => {
				expect(letters(markdownToWhatsApp(text))).toContain(letters(text));
			}),
			{ numRuns: 5000 },
		);
	});
});
