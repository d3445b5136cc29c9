import { catalog } from '../../../shared/messages/catalog';
import { defineKindOfMessage } from '../../defineMessage';

/** Heltar API, "Send messages": `interactive` of type `catalog_message`. */
export const sendCatalog = defineKindOfMessage(catalog, {
	value: 'sendCatalog',
	name: 'Send Catalog',
	action: 'Send the catalog',
	description: 'Send a button that opens the catalog connected to your number, inside the 24-hour window',
});
