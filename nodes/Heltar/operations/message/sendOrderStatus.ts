import { orderStatus } from '../../../shared/messages/orderStatus';
import { defineKindOfMessage } from '../../defineMessage';
import { whatsAppPersonId } from '../../../../whatsapp/recipient';
import { person } from '../../fields';

/** Heltar API, "Send messages": `interactive` of type `order_status`. */
export const sendOrderStatus = defineKindOfMessage(
	orderStatus,
	{
		value: 'sendOrderStatus',
		name: 'Send Order Status',
		action: 'Send the status of an order',
		description:
			'Tell the customer the new status of an order from Send Order Details, inside the 24-hour window; available only in India, Singapore and Brazil',
	},
	person(whatsAppPersonId),
);
