import { orderDetails } from '../../../shared/messages/orderDetails';
import { defineKindOfMessage } from '../../defineMessage';
import { whatsAppPersonId } from '../../../../whatsapp/recipient';
import { person } from '../../fields';

/** Heltar API, "Send messages": `interactive` of type `order_details`. */
export const sendOrderDetails = defineKindOfMessage(
	orderDetails,
	{
		value: 'sendOrderDetails',
		name: 'Send Order Details',
		action: 'Send order details',
		description:
			'Send an order the customer can pay in WhatsApp, inside the 24-hour window; available only in India, Singapore and Brazil',
	},
	person(whatsAppPersonId),
);
