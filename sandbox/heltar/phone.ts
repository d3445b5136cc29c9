import type { Provider } from '../core/provider.ts';
import type { StoredMessage } from '../core/store.ts';
import { business } from './record.ts';
import type { HeltarSettings } from './settings.ts';
import { storedFileAt } from './storage.ts';

/** What Heltar hands to WhatsApp for a message of its API. */
function asWhatsApp({ type, raw, record }: StoredMessage): Record<string, unknown> {
	const { context } = record;
	switch (raw.messageType) {
		case 'text':
			return { context, text: { body: raw.message } };
		case 'media': {
			const { url, name, caption, mimeType } = raw;
			return { context, [type]: { link: url, filename: name, caption, mime_type: mimeType } };
		}
		case 'template': {
			const { templateName, languageCode, variables } = raw;
			const template = { name: templateName, language: { code: languageCode }, components: variables };
			return { template: { ...template, rendered: record.rendered } };
		}
		default:
			return { context, [type]: raw[type] };
	}
}

export const phone: Provider<HeltarSettings>['phone'] = {
	business: { name: business.name, number: business.displayPhoneNumber },
	asWhatsApp,
	fileAt: storedFileAt,
};
