import type { IDataObject } from 'n8n-workflow';

import type { AlternativeRequests } from '../../core/http/alternativeRequests';
import { optional } from '../../core/fields/field';
import { text } from '../../core/fields/basic';
import { collection } from '../../core/fields/containers';
import { endpoints } from './endpoints';

const reach = {
	email: optional(
		text({
			displayName: 'Email',
			placeholder: 'e.g. care@example.com',
			description: 'Email address people can write to',
			trim: true,
		}),
	),
	landline_number: optional(
		text({
			displayName: 'Landline Number',
			placeholder: 'e.g. +911140000000',
			description: 'Landline number with +91',
			trim: true,
		}),
	),
	mobile_number: optional(
		text({
			displayName: 'Mobile Number',
			placeholder: 'e.g. +919800000000',
			description: 'Mobile number with +91',
			trim: true,
		}),
	),
};

export const customerCareField = () =>
	collection({
		displayName: 'Customer Care',
		placeholder: 'Add detail',
		description: 'Whom customers turn to: an email address and at least one number',
		fields: reach,
	});

export const grievanceOfficerField = () =>
	collection({
		displayName: 'Grievance Officer',
		placeholder: 'Add detail',
		description: 'Who handles complaints: a name, an email address and at least one number',
		fields: {
			...reach,
			name: optional(
				text({
					displayName: 'Name',
					placeholder: 'e.g. Ravi Menon',
					description: 'Name of the officer',
					trim: true,
				}),
			),
		},
	});

/**
 * Hello All collection: Update Compliance Info. Its own form, a GET with a body, cannot be sent from n8n, which drops
 * the body of a GET; without one it would only read. The header beside the usual one waits for the credential's key.
 */
export const updateComplianceCall = (body: IDataObject): AlternativeRequests => ({
	name: 'compliance.update',
	requests: [{ endpoint: endpoints.updateComplianceInfo, headers: { 'D360-API-KEY': '' }, body }],
	unsupported: 'Hello All did not accept the compliance data',
	advice:
		'Hello All documents a GET request with a body for this, which n8n cannot send, and your account does not accept POST instead. Enter the data in the Hello All panel, or ask Hello All to enable POST.',
});

/** The document's method and path, read without a body. */
export const getComplianceCall = (unsupported: string): AlternativeRequests => ({
	name: 'compliance.get',
	requests: [{ endpoint: endpoints.getComplianceInfo, headers: { 'D360-API-KEY': '' } }],
	unsupported,
});
