import type { Resource } from '../../../../core/run/resources';
import { get } from './get';
import { getFlowResponses } from './getFlowResponses';
import { getMany } from './getMany';
import { markRead } from './markRead';
import { requestAddress } from './requestAddress';
import { requestContactInfo } from './requestContactInfo';
import { requestLocation } from './requestLocation';
import { search } from './search';
import { sendAndWait } from './sendAndWait';
import { sendButtons } from './sendButtons';
import { sendCarousel } from './sendCarousel';
import { sendCatalog } from './sendCatalog';
import { sendCatalogLink } from './sendCatalogLink';
import { sendContacts } from './sendContacts';
import { sendCtaUrl } from './sendCtaUrl';
import { sendFlow } from './sendFlow';
import { sendInteractive } from './sendInteractive';
import { sendList } from './sendList';
import { sendLocation } from './sendLocation';
import { sendMedia } from './sendMedia';
import { sendOrderDetails } from './sendOrderDetails';
import { sendOrderStatus } from './sendOrderStatus';
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
		getFlowResponses,
		getMany,
		markRead,
		requestAddress,
		requestContactInfo,
		requestLocation,
		search,
		sendAndWait,
		sendButtons,
		sendCarousel,
		sendCatalog,
		sendCatalogLink,
		sendContacts,
		sendCtaUrl,
		sendFlow,
		sendInteractive,
		sendList,
		sendLocation,
		sendMedia,
		sendOrderDetails,
		sendOrderStatus,
		sendProduct,
		sendProductList,
		sendTemplate,
		sendText,
		typing,
	],
	startWith: sendText,
	first: [sendText, sendTemplate, sendMedia, sendAndWait, sendButtons, sendList],
	last: [getMany, get, search, getFlowResponses, markRead, typing],
};
