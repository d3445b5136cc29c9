import { markdownToWhatsApp } from '../../../../whatsapp/markdown';
import { answers } from './samples/answers';
import { blocks } from './samples/blocks';
import { characters, escapedOnce } from './samples/characters';
import { code } from './samples/code';
import { emphasis } from './samples/emphasis';
import { links } from './samples/links';
import { lists } from './samples/lists';
import { orders } from './samples/orders';
import { tables } from './samples/tables';
import { untouched } from './samples/untouched';

const samples = { answers, blocks, characters, code, emphasis, links, lists, orders, tables };

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
