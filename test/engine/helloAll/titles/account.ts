import { bare, json } from '../fixture';
import { HOOK } from './title';
import type { Title } from './title';

const binary = (path: string, query: Record<string, string> = {}) => {
	const call = bare('GET', path, query);
	return { ...call, headers: { ...call.headers, accept: '*/*' } };
};

const COMPLIANCE_BODY = {
	entity_name: 'Example Stores Pvt Ltd',
	entity_type: 'Private Company',
	customer_care_details: { email: 'care@example.com', mobile_number: '+919800000000' },
	grievance_officer_details: {
		name: 'Ravi Menon',
		email: 'ravi@example.com',
		landline_number: '+911140000000',
		mobile_number: '+919800000001',
	},
};
const complianceCall = json('POST', '/v1/settings/business/compliance_info', COMPLIANCE_BODY);
const about = (path: string) => json('PATCH', path, { text: 'We answer from 9 to 18' });
const webhook = (method: string, body?: unknown) =>
	body === undefined ? bare(method, '/v1/configs/webhook') : json(method, '/v1/configs/webhook', body);

/** Webhook, files, and what the account says about itself. */
export const ACCOUNT_TITLES: Record<string, Title> = {
	'Set Webhook': {
		parameters: { resource: 'webhook', operation: 'set', url: HOOK, replace: true },
		calls: () => [webhook('GET'), webhook('POST', { url: HOOK })],
	},
	'Get Webhook': {
		parameters: { resource: 'webhook', operation: 'get' },
		calls: () => [webhook('GET')],
		failsIn: 'literal',
	},
	'Delete Webhook': {
		parameters: { resource: 'webhook', operation: 'delete' },
		calls: () => ({
			conventional: [webhook('GET'), webhook('DELETE', { url: HOOK })],
			literal: [webhook('GET'), webhook('DELETE'), webhook('POST', { url: '' })],
		}),
	},
	'Retrieve Media': {
		parameters: { resource: 'media', operation: 'download', id: '={{ $json.media }}' },
		calls: (ids) => [binary('/v1/media.php', { id: ids.media })],
	},
	'Delete Media': {
		parameters: { resource: 'media', operation: 'delete', id: '={{ $json.media }}' },
		calls: (ids) => [bare('DELETE', '/v1/media.php', { id: ids.media })],
	},
	'Phone Number Associated With WhatsApp Business API': {
		parameters: { resource: 'phoneNumber', operation: 'get' },
		calls: () => [bare('GET', '/v1/configs/phone_number')],
	},
	'Get User Information': {
		parameters: { resource: 'user', operation: 'get' },
		calls: () => [bare('GET', '/api/getuser')],
	},
	'Get Business Profile': {
		parameters: { resource: 'businessProfile', operation: 'get' },
		calls: () => [bare('GET', '/v1/settings/business/profile')],
	},
	'Get Profile About Content': {
		parameters: { resource: 'profile', operation: 'getAbout' },
		calls: () => [bare('GET', '/v1/settings/profile/about')],
	},
	'Get Profile Photo': {
		parameters: { resource: 'profile', operation: 'getPhoto' },
		calls: () => [binary('/v1/settings/profile/photo')],
	},
	'Get Profile Photo Link': {
		parameters: { resource: 'profile', operation: 'getPhotoLink' },
		calls: () => [bare('GET', '/v1/settings/profile/photo', { format: 'link' })],
	},
	'Update Profile About': {
		parameters: { resource: 'profile', operation: 'updateAbout', text: 'We answer from 9 to 18' },
		calls: () => ({
			conventional: [about('/v1/settings/profile/about')],
			literal: [about('/v1/settings/profile/about'), about('/v1/configs/settings/business/profile')],
		}),
	},
	'Update Compliance Info (Indian Users)': {
		parameters: { resource: 'compliance', operation: 'update', ...COMPLIANCE_BODY },
		calls: () => [{ ...complianceCall, headers: { ...complianceCall.headers, 'd360-api-key': '***' } }],
		failsIn: 'literal',
	},
};
