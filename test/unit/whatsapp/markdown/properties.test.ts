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
			{ numRuns: 1000 },
		);
	});

	it('keeps each letter and digit in its place, and gets no others', () => {
		fc.assert(
			fc.property(randomMarkdown, (blocks) => {
				const markdown = `# Markdown\n\n${blocks}`;
				const onPhone = lettersOf(seenOnPhone(markdownToWhatsApp(markdown)));
				expect(onPhone).toBe(lettersOf(seenByMarked(markdown)));
			}),
			{ numRuns: 1000 },
		);
	});
});

describe('whatever is in WhatsApp’s formatting', () => {
	it('stays as it is', () => {
		fc.assert(
			fc.property(randomWhatsApp, (whatsapp) => {
				expect(markdownToWhatsApp(whatsapp)).toBe(whatsapp);
			}),
			{ numRuns: 1000 },
		);
	});
});

describe('whatever signs in whatever order', () => {
	const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

	it('keep their letters, as far as none of them is an address or the language of code', () => {
		fc.assert(
			fc.property(anySigns('*_~`#>-+=![]<\\\t\n\r. aBब订🎉'), (text) => {
				fc.pre(!/(?:`{3}|~{3})[^\n]*[aBब订]/.test(text));
				expect(letters(markdownToWhatsApp(text))).toBe(letters(text));
			}),
			{ numRuns: 2000 },
		);
	});

	it('fail with none', () => {
		fc.assert(
			fc.property(anySigns('*_~`#>-+=![]()<>|:&;"\'\\\t\n\r. 12aBब订🎉\u200d\ud83d'), (text) => {
				expect(markdownToWhatsApp(text)).toEqual(expect.any(String));
			}),
			{ numRuns: 2000 },
		);
	});
});
