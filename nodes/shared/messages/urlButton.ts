import { text } from '../../../core/fields/basic';
import { refined } from '../../../core/fields/field';
import { BadInput } from '../../../core/http/errors';
import { interactive } from '../../../whatsapp/interactive';
import { limits } from '../../../whatsapp/limits';
import { bodyField, footerField, headerFields, headerOf } from './interactiveParts';
import { defineInteractive } from './kind';

/** A text with one button that opens a web page: `interactive` of type `cta_url`. */
export const urlButton = defineInteractive({
	fields: {
		...headerFields(),
		body: bodyField(),
		footer: footerField(),
		display_text: text({
			displayName: 'Button Text',
			placeholder: 'e.g. Track order',
			description: `What stands on the button, up to ${limits.urlButton.text} characters`,
			maxLength: limits.urlButton.text,
			trim: true,
		}),
		url: refined(
			text({
				displayName: 'URL',
				placeholder: 'e.g. https://example.org/track/88',
				description: 'The web page the button opens',
				trim: true,
			}),
			webPage,
		),
	},
	interactive: ({ body, footer, display_text, url, ...rest }) =>
		interactive(
			'cta_url',
			{ header: headerOf(rest), body, footer },
			{ name: 'cta_url', parameters: { display_text, url } },
		),
});

/** A page people open themselves; unlike files that WhatsApp fetches, it may be plain http. */
function webPage(given: string): string {
	if (URL.canParse(given) && /^https?:$/.test(new URL(given).protocol)) return given;
	throw new BadInput(`is "${given}", but must be a web address that starts with https:// or http://`);
}
