import { choices, toggle } from '../../../../core/fields/basic';
import { collection } from '../../../../core/fields/containers';
import { defineOperation } from '../../../../core/run/operation';
import { BadInput } from '../../../../core/http/errors';
import { refined } from '../../../../core/fields/field';
import { endpoints } from '../../endpoints';

const everything = [
	'health_status',
	'quality_rating',
	'status',
	'throughput',
	'whatsapp_business_manager_messaging_limit',
] as const;

/** Heltar API, "Account status": what is not asked for is not answered. */
export const getAccountStatus = defineOperation({
	value: 'getAccountStatus',
	name: 'Get Account Status',
	action: 'Get the status of the account',
	description: 'Get the sending status, quality rating and limits of the number',
	effect: 'read',
	fields: {
		fields: refined(
			choices({
				displayName: 'Fields',
				default: [...everything],
				options: [
					{ name: 'Health', value: 'health_status', description: 'Whether messages can be sent' },
					{ name: 'Messaging Limit', value: 'whatsapp_business_manager_messaging_limit' },
					{ name: 'Quality Rating', value: 'quality_rating' },
					{ name: 'Status', value: 'status' },
					{ name: 'Throughput', value: 'throughput' },
				],
				description: 'What to ask for',
			}),
			(given) => {
				if (given.length === 0) throw new BadInput('nothing is filled in');
				return given;
			},
		),
		options: collection({
			fields: {
				isDetailed: toggle({
					displayName: 'Detailed',
					description: 'Whether to get more details, such as why sending is blocked',
				}),
				wholeOrganisation: toggle({
					displayName: 'Whole Organization',
					description: 'Whether to get all numbers of the organization instead of the one of this account',
				}),
			},
		}),
	},
	request: ({ fields, options: { isDetailed, wholeOrganisation } }) => ({
		endpoint: endpoints.getAccountStatus,
		query: {
			fields: fields.join(','),
			isDetailed: isDetailed ? true : undefined,
			scope: wholeOrganisation ? 'org' : undefined,
		},
	}),
});
