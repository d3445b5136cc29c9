import { markdownToWhatsApp } from '../../../../whatsapp/markdown';
import { samples } from './samples';
import { escapedOnce } from './samples/characters';
import { untouched } from './samples/untouched';

describe.each(Object.entries(samples))('Markdown samples: %s', (_topic, topicSamples) => {
	it.each(topicSamples)('$name', ({ markdown, whatsapp }) => {
		expect(markdownToWhatsApp(markdown)).toBe(whatsapp);
	});

	it.each(topicSamples)('converted twice: $name', ({ whatsapp }) => {
		expect(markdownToWhatsApp(whatsapp)).toBe(whatsapp);
	});
});

describe('what was escaped', () => {
	it.each(escapedOnce)('$name', ({ markdown, whatsapp }) => {
		expect(markdownToWhatsApp(markdown)).toBe(whatsapp);
	});
});

describe('what is not Markdown alone', () => {
	it.each(untouched)('stays: $name', ({ markdown }) => {
		expect(markdownToWhatsApp(markdown)).toBe(markdown);
	});
});
