import { anyInteractive } from '../../../shared/messages/anyInteractive';
import { defineKindOfMessage } from '../../defineMessage';

/** Heltar API, "Send messages": the newer types of `interactive` (flow, carousel, order details and status, …) as they are. */
export const sendInteractive = defineKindOfMessage(anyInteractive, {
	value: 'sendInteractive',
	name: 'Send Interactive (JSON)',
	action: 'Send an interactive message from JSON',
	description:
		'Send an interactive message of any type, such as a flow or a carousel, in WhatsApp’s own JSON format, inside the 24-hour window',
});
