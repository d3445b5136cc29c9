import { BadInput } from '../../../core/http/errors';
import { dateTime } from '../../../core/fields/dateTime';
import { optional, refined, when } from '../../../core/fields/field';
import { choice, text } from '../../../core/fields/basic';
import { interactive } from '../../../whatsapp/interactive';
import { limits } from '../../../whatsapp/limits';
import { referenceProblem } from '../../../whatsapp/order';
import { bodyField } from './interactiveParts';
import { defineInteractive } from './kind';
import { referenceField } from './orderDetails';

const { description: mostOfDescription } = limits.order;

/** What became of an order that was sent before: `interactive` of type `order_status`. */
export const orderStatus = defineInteractive({
	fields: {
		body: bodyField(),
		// Which country the order is of is not known here, so the longer limit holds.
		reference_id: refined(referenceField(), (given) => {
			const problem = referenceProblem(given, true);
			if (problem) throw new BadInput(problem);
			return given;
		}),
		status: choice({
			displayName: 'Status',
			description:
				'Completed and canceled are final. An order that is paid, or is being paid, cannot be canceled.',
			options: [
				{ name: 'Canceled', value: 'canceled' },
				{ name: 'Completed', value: 'completed' },
				{ name: 'Partially Shipped', value: 'partially_shipped' },
				{ name: 'Pending', value: 'pending' },
				{ name: 'Processing', value: 'processing' },
				{ name: 'Shipped', value: 'shipped' },
			],
			default: 'processing',
		}),
		description: optional(
			text({
				displayName: 'Description',
				placeholder: 'e.g. Packed, leaves tomorrow',
				description: `A line about the status, up to ${mostOfDescription} characters`,
				maxLength: mostOfDescription,
			}),
		),
		paymentStatus: choice({
			displayName: 'Payment Status',
			description:
				'Whether the payment succeeded. Only for orders in Brazil, where WhatsApp does not learn this by itself.',
			options: [
				{ name: 'Not Stated', value: 'none' },
				{ name: 'Captured', value: 'captured' },
				{ name: 'Failed', value: 'failed' },
				{ name: 'Pending', value: 'pending' },
			],
		}),
		paymentTime: when(
			{ paymentStatus: ['captured', 'failed', 'pending'] },
			optional(
				dateTime({
					displayName: 'Payment Time',
					description: 'When the payment got this status; in the time zone of the workflow',
				}),
			),
		),
	},
	interactive: ({ body, reference_id, status, description, paymentStatus, paymentTime }) =>
		interactive(
			'order_status',
			{ body },
			{
				name: 'review_order',
				parameters: {
					reference_id,
					order: { status, ...(description ? { description } : {}) },
					...(paymentStatus === 'none'
						? {}
						: {
								payment: {
									status: paymentStatus,
									...(paymentTime === undefined ? {} : { timestamp: paymentTime }),
								},
							}),
				},
			},
		),
});
