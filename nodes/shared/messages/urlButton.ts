import { text } from '../../../core/fields/basic';
import { interactive } from '../../../whatsapp/interactive';
import { limits } from '../../../whatsapp/limits';
import { webPage } from '../webPage';
import { bodyField, footerField, headerFields, headerOf } from './interactiveParts';
import type { MoreHeaderFiles } from './interactiveParts';
import { defineInteractive } from './kind';

/** A text with one button that opens a web page: `interactive` of type `cta_url`. */
export const urlButton = (files?: MoreHeaderFiles) =>
	defineInteractive({
		fields: {
			...headerFields(files),
			body: bodyField(),
			footer: footerField(),
			display_text: text({
				displayName: 'Button Text',
				placeholder: 'e.g. Track order',
				description: `Button text, up to ${limits.urlButton.text} characters`,
				maxLength: limits.urlButton.text,
				trim: true,
			}),
			url: webPage({
				displayName: 'URL',
				placeholder: 'e.g. https://example.org/track/88',
				description: 'The web page the button opens',
			}),
		},
		interactive: ({ body, footer, display_text, url, ...rest }) =>
			interactive(
				'cta_url',
				{ header: headerOf(rest), body, footer },
				{ name: 'cta_url', parameters: { display_text, url } },
			),
	});
