import type { Resource } from '../../../../core/run/resources';
import { get } from './get';
import { getMany } from './getMany';
import { markRead } from './markRead';
import { requestAddress } from './requestAddress';
import { requestLocation } from './requestLocation';
import { search } from './search';
import { sendAndWait } from './sendAndWait';
import { sendButtons } from './sendButtons';
import { sendCatalog } from './sendCatalog';
import { sendCatalogLink } from './sendCatalogLink';
import { sendContacts } from './sendContacts';
import { sendCtaUrl } from './sendCtaUrl';
import { sendInteractive } from './sendInteractive';
import { sendList } from './sendList';
import { sendLocation } from './sendLocation';
import { sendMedia } from './sendMedia';
import { sendProduct } from './sendProduct';
import { sendProductList } from './sendProductList';
import { sendTemplate } from './sendTemplate';
import { sendText } from './sendText';
import { typing } from './typing';

export const message: Resource = {
	value: 'message',
	name: 'Message',
	operations: [
		get,
		getMany,
		markRead,
		requestAddress,
		requestLocation,
		search,
		sendAndWait,
		sendButtons,
		sendCatalog,
		sendCatalogLink,
		sendContacts,
		sendCtaUrl,
		sendInteractive,
		sendList,
		sendLocation,
		sendMedia,
		sendProduct,
		sendProductList,
		sendTemplate,
		sendText,
		typing,
	],
	startWith: sendText,
	first: [sendText, sendTemplate, sendMedia, sendAndWait, sendButtons, sendList],
	last: [getMany, get, search, markRead, typing],
};
