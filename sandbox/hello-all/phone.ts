import type { Provider } from '../core/provider.ts';
import type { StoredMessage } from '../core/store.ts';
import { business } from './business.ts';
import type { HelloAllSettings } from './settings.ts';

/** Hello All's messages are WhatsApp's own; a template comes with what its variables made of it. */
function asWhatsApp({ type, raw, record }: StoredMessage): Record<string, unknown> {
	if (type !== 'template') return raw;
	return { ...raw, template: { ...(raw.template as object), rendered: record.rendered } };
}

export const phone: Provider<HelloAllSettings>['phone'] = {
	business: { name: business.name, number: business.displayPhoneNumber },
	asWhatsApp,
};
