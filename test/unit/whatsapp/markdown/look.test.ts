import * as fc from 'fast-check';

import { markdownToWhatsApp } from '../../../../whatsapp/markdown';
import { randomLine } from './arbitrary';
import { samples } from './samples';
import { asText, seenByMarked, seenOnPhone } from './seen';

describe.each(Object.entries(samples))('how Markdown looks on the phone: %s', (_topic, topicSamples) => {
	it.each(topicSamples)('$name', ({ markdown, differs }) => {
		const onPhone = asText(seenOnPhone(markdownToWhatsApp(markdown)));
		if (differs === undefined) expect(onPhone).toBe(asText(seenByMarked(markdown)));
		else expect(onPhone).not.toBe(asText(seenByMarked(markdown)));
	});
});

describe('how any line of Markdown looks on the phone', () => {
	it('is as another parser reads it', () => {
		fc.assert(
			fc.property(randomLine, (line) => {
				fc.pre(!/a_b|`/.test(line));
				const markdown = `# Markdown\n\n${line}`;
				expect(asText(seenOnPhone(markdownToWhatsApp(markdown)))).toBe(asText(seenByMarked(markdown)));
			}),
			{ numRuns: 1000 },
		);
	});
});
