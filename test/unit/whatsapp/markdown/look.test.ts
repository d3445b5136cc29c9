import { markdownToWhatsApp } from '../../../../whatsapp/markdown';
import { samples } from './samples';
import { asText, seenByMarked, seenOnPhone } from './seen';

describe.each(Object.entries(samples))('how Markdown looks on the phone: %s', (_topic, topicSamples) => {
	it.each(topicSamples)('$name', ({ markdown, differs }) => {
		const onPhone = asText(seenOnPhone(markdownToWhatsApp(markdown)));
		if (differs === undefined) expect(onPhone).toBe(asText(seenByMarked(markdown)));
		else expect(onPhone).not.toBe(asText(seenByMarked(markdown)));
	});
});
