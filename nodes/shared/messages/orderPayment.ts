import { BadInput } from '../../../core/http/errors';
import type { Values } from '../../../core/fields/field';
import { optional, refined, when } from '../../../core/fields/field';
import { choice, link, text } from '../../../core/fields/basic';
import { jsonObject } from '../../../core/fields/json';
import { limits } from '../../../whatsapp/limits';

const GATEWAY = { paymentMethod: ['india_gateway'] };
const CONFIGURED = { paymentMethod: ['india_upi', 'singapore_stripe'] };
const PIX = { paymentMethod: ['brazil_pix'] };
const LINK = { paymentMethod: ['brazil_link'] };
const BOLETO = { paymentMethod: ['brazil_boleto'] };
const CARD = { paymentMethod: ['brazil_card'] };

/** How an order is paid, which also says in which country and currency (Meta, "Payments"). */
export const paymentFields = () => ({
	paymentMethod: choice({
		displayName: 'Payment',
		description: 'How the order is paid; this also sets the currency',
		options: [
			{ name: 'Boleto (Brazil, BRL)', value: 'brazil_boleto' },
			{ name: 'Payment Gateway (India, INR)', value: 'india_gateway' },
			{ name: 'Payment Link (Brazil, BRL)', value: 'brazil_link' },
			{ name: 'Pix Code (Brazil, BRL)', value: 'brazil_pix' },
			{ name: 'Saved Card (Brazil, BRL)', value: 'brazil_card' },
			{ name: 'Stripe (Singapore, SGD)', value: 'singapore_stripe' },
			{ name: 'UPI (India, INR)', value: 'india_upi' },
		],
		default: 'india_gateway',
	}),
	gateway: when(
		GATEWAY,
		choice({
			displayName: 'Gateway',
			description: 'The payment gateway that is connected to your number',
			options: [
				{ name: 'BillDesk', value: 'billdesk' },
				{ name: 'PayU', value: 'payu' },
				{ name: 'Razorpay', value: 'razorpay' },
				{ name: 'Zaakpay', value: 'zaakpay' },
			],
			default: 'razorpay',
		}),
	),
	configuration_name: when(
		GATEWAY,
		text({
			displayName: 'Payment Configuration',
			placeholder: 'e.g. shop-payments',
			description: `Name of the payment configuration in the WhatsApp Manager, up to ${limits.order.name} characters`,
			maxLength: limits.order.name,
			trim: true,
		}),
	),
	gatewayData: when(
		GATEWAY,
		optional(
			jsonObject({
				displayName: 'Gateway Data',
				description:
					'What the gateway is given with the order, such as <code>{"receipt": "R-7", "notes": {"shop": "Pune"}}</code> for Razorpay',
				filled: true,
			}),
		),
	),
	payment_configuration: when(
		CONFIGURED,
		text({
			displayName: 'Payment Configuration',
			placeholder: 'e.g. shop-upi',
			description: 'Name of the payment configuration in the WhatsApp Manager',
			trim: true,
		}),
	),
	pixCode: when(
		PIX,
		text({
			displayName: 'Pix Code',
			placeholder: 'e.g. 00020101021226700014br.gov.bcb.pix',
			description: 'The dynamic Pix code your bank made for the order',
			trim: true,
		}),
	),
	pixMerchant: when(
		PIX,
		text({
			displayName: 'Merchant Name',
			placeholder: 'e.g. Example Traders',
			description: 'Who receives the money',
			trim: true,
		}),
	),
	pixKeyType: when(
		PIX,
		choice({
			displayName: 'Pix Key Type',
			description: 'What kind of Pix key it is',
			options: [
				{ name: 'CNPJ', value: 'CNPJ' },
				{ name: 'CPF', value: 'CPF' },
				{ name: 'Email', value: 'EMAIL' },
				{ name: 'Phone', value: 'PHONE' },
				{ name: 'Random Key', value: 'EVP' },
			],
			default: 'EVP',
		}),
	),
	pixKey: when(
		PIX,
		text({
			displayName: 'Pix Key',
			placeholder: 'e.g. 39580525000189',
			description: 'The Pix key of the merchant',
			trim: true,
		}),
	),
	paymentLink: when(
		LINK,
		link({
			displayName: 'Payment Link',
			placeholder: 'e.g. https://pay.example.org/o/7',
			description: 'Https address at which the order is paid',
		}),
	),
	boletoLine: when(
		BOLETO,
		text({
			displayName: 'Digitable Line',
			placeholder: 'e.g. 03399026944140000002628346101018898510000008848',
			description: 'The digits of the boleto’s payment line',
			trim: true,
		}),
	),
	cardLastDigits: when(
		CARD,
		refined(
			text({
				displayName: 'Last Four Digits',
				placeholder: 'e.g. 5235',
				description: 'The last four digits of the card',
				trim: true,
			}),
			(given) => {
				if (/^\d{4}$/.test(given)) return given;
				throw new BadInput(`"${given}" is not four digits`);
			},
		),
	),
	cardCredential: when(
		CARD,
		text({
			displayName: 'Credential ID',
			placeholder: 'e.g. 1234567',
			description: 'ID of the saved card at your payment service',
			trim: true,
		}),
	),
});

type Payment = Values<ReturnType<typeof paymentFields>>;

type PaymentMethod = Payment['paymentMethod'];

export const isBrazilian = (method: PaymentMethod) => method.startsWith('brazil_');

/** The parameters of `order_details` that say how it is paid, and the currency that goes with it. */
export function paymentOf(payment: Payment): Record<string, unknown> {
	const { paymentMethod, gateway = 'razorpay', configuration_name, gatewayData } = payment;
	switch (paymentMethod) {
		case 'india_gateway':
			return {
				currency: 'INR',
				payment_settings: [
					{
						type: 'payment_gateway',
						payment_gateway: {
							type: gateway,
							configuration_name,
							...(gatewayData ? { [gateway]: gatewayData } : {}),
						},
					},
				],
			};
		case 'india_upi':
			return {
				currency: 'INR',
				payment_type: 'upi',
				payment_configuration: payment.payment_configuration,
			};
		case 'singapore_stripe':
			return {
				currency: 'SGD',
				payment_type: 'p2m-lite:stripe',
				payment_configuration: payment.payment_configuration,
			};
		case 'brazil_pix':
			return brazilian('pix_dynamic_code', {
				code: payment.pixCode,
				merchant_name: payment.pixMerchant,
				key: payment.pixKey,
				key_type: payment.pixKeyType,
			});
		case 'brazil_link':
			return brazilian('payment_link', { uri: payment.paymentLink });
		case 'brazil_boleto':
			return brazilian('boleto', { digitable_line: payment.boletoLine });
		case 'brazil_card':
			return brazilian('offsite_card_pay', {
				last_four_digits: payment.cardLastDigits,
				credential_id: payment.cardCredential,
			});
	}
}

const brazilian = (type: string, content: Record<string, unknown>) => ({
	currency: 'BRL',
	payment_type: 'br',
	payment_settings: [{ type, [type]: content }],
});
