import { optional } from '../../../../core/fields/field';
import { choice, text } from '../../../../core/fields/basic';
import { collection } from '../../../../core/fields/containers';
import { returnAllOrLimit } from '../../../../core/fields/returnAll';
import { defineOperation } from '../../../../core/run/operation';
import { endpoints } from '../../endpoints';
import { listOf } from '../../lists';

const ANY = { name: 'Any', value: '' } as const;

/** Heltar API, "Template library": at most 500 at once. */
export const getLibrary = defineOperation({
	value: 'getLibrary',
	name: 'Get Library',
	action: 'Get library templates',
	description: 'Get the ready-made templates of WhatsApp’s library, which Create can submit by their name',
	effect: 'read',
	fields: {
		search: optional(
			text({
				displayName: 'Search',
				placeholder: 'e.g. order',
				description: 'Only templates whose text or name has this in it',
				trim: true,
			}),
		),
		...returnAllOrLimit(),
		filters: collection({
			displayName: 'Filters',
			placeholder: 'Add filter',
			fields: {
				industry: choice({
					displayName: 'Industry',
					description: 'Only templates of this industry',
					options: [
						ANY,
						{ name: 'E-Commerce', value: 'E_COMMERCE' },
						{ name: 'Financial Services', value: 'FINANCIAL_SERVICES' },
						{ name: 'Telecommunication', value: 'TELECOMMUNICATION' },
					],
				}),
				language: text({
					displayName: 'Language',
					placeholder: 'e.g. en',
					description: 'Only templates in this language. Without this option, English.',
					trim: true,
				}),
				topic: choice({
					displayName: 'Topic',
					description: 'Only templates on this topic',
					options: [
						ANY,
						{ name: 'Account Update', value: 'ACCOUNT_UPDATES' },
						{ name: 'Call Permissions', value: 'CALL_PERMISSIONS' },
						{ name: 'Customer Feedback', value: 'CUSTOMER_FEEDBACK' },
						{ name: 'Event Reminder', value: 'EVENT_REMINDER' },
						{ name: 'Identity Verification', value: 'IDENTITY_VERIFICATION' },
						{ name: 'Order Management', value: 'ORDER_MANAGEMENT' },
						{ name: 'Payments', value: 'PAYMENTS' },
					],
				}),
				usecase: text({
					displayName: 'Use Case',
					placeholder: 'e.g. ORDER_CONFIRMATION',
					description: 'Only templates for this use case, by WhatsApp’s name for it',
					trim: true,
				}),
			},
		}),
	},
	request: ({ search, filters }) => ({
		endpoint: endpoints.getTemplateLibrary,
		query: { search, ...filters },
	}),
	output: (data, { limit: most }) => listOf(data).slice(0, most),
});
