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
			'Tell what became of an order that was sent before, inside the 24-hour window; WhatsApp has it in India, Singapore and Brazil',
	},
	person(whatsAppPersonId),
);
