import { given } from '../../../whatsapp/events/json';
import type { ServiceForms } from '../../../whatsapp/events/service';
import { eventWrapper } from './eventWrapper';
import { record, recordList } from './record';

/**
 * The forms of panels beside WhatsApp's own. Heltar documents them; what Hello All delivers is documented nowhere, so its
 * trigger is given them, too. A provider that relays WhatsApp's events as they are needs none.
 */
export const panelForms: ServiceForms = {
	forms: [eventWrapper, recordList, record],
	/** Heltar API, "Custom data in webhooks": whatever was sent with a message comes back beside the envelope. */
	blocksOf: (wrapper) => ({ customField: given(wrapper, 'customField') }),
};
