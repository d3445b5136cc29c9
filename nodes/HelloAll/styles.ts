import type { IDataObject } from 'n8n-workflow';

import type { AccountCall, MissingCall } from '../../core/http/apiStyle';
import type { Route } from '../../core/http/endpoint';
import type { RequestSpec } from '../../core/http/request';
import { endpoints } from './endpoints';
import type { ApiStyle, Panel } from './panel';
import { STYLE_NAMES } from './panel';

/*
 * What an account of each API style calls. Operations describe their calls as the Hello All collection does, in style `v1`;
 * `/api/meta` is a Cloud API of the panel's own, which nobody at Hello All documents: public programs that talk to it do
 * (docs/hello-all-styles.md).
 */

type Calls = Partial<Record<keyof typeof endpoints, AccountCall>>;

const lacks = (style: ApiStyle): MissingCall => ({
	missing: `This operation does not work with API style ${STYLE_NAMES[style]}, which your credential uses`,
	advice: `It works with API style ${STYLE_NAMES[style === 'v1' ? 'meta' : 'v1']}. The panel shows which style it offers on the page of the channel, under API.`,
});

const needs = (label: string): MissingCall => ({
	missing: `This operation needs the ${label}, which is empty in the credential`,
	advice: 'The panel shows it on the page of the channel, under API.',
});

/** The calls in which an account differs from the routes of `endpoints`. */
export function callsOf({ style, v1Prefix, phoneNumberId, wabaId }: Panel): Calls {
	if (style === 'v1') return { ...behind(v1Prefix), ...onlyMeta() };
	const calls: Calls = { ...META };
	for (const name of Object.keys(endpoints) as Array<keyof typeof endpoints>) {
		const call = META[name] ?? endpoints[name].route;
		const path = typeof call === 'string' ? call : 'route' in call ? call.route : '';
		if (path.includes('{phoneNumberId}') && phoneNumberId === '') calls[name] = needs('Phone Number ID');
		if (path.includes('{wabaId}') && wabaId === '') calls[name] = needs('WABA ID');
	}
	return calls;
}

/** The calls of `/v1`, which some panels have behind a prefix. */
const behind = (prefix: string): Calls =>
	Object.fromEntries(
		Object.values(endpoints)
			.filter(({ route }) => route.includes(' /v1/'))
			.map(({ name, route }) => [
				name,
				{ route: route.replace(' /v1/', ` ${prefix}/v1/`) as Route, request: withoutCursor },
			]),
	);

const withoutCursor = ({ query }: RequestSpec): Partial<RequestSpec> =>
	query && 'after' in query ? { query: { ...query, after: undefined } } : {};

/** What the other style alone has. */
const onlyMeta = (): Calls =>
	Object.fromEntries(
		Object.values(endpoints)
			.filter(({ route }) => route.includes(' /api/meta/'))
			.map(({ name }) => [name, lacks('v1')]),
	);

const MESSAGES: Route = 'POST /api/meta/{version}/{phoneNumberId}/messages';
const TEMPLATES = '/api/meta/{version}/{wabaId}/message_templates';

/** Style `meta`, by what style `v1` calls it. The CRM and whatever is not named here is the same in both. */
export const META: Calls = {
	sendMessage: { route: MESSAGES, request: ({ body }) => ({ body: cloudMessage(body as IDataObject) }) },
	updateMessage: {
		route: MESSAGES,
		request: ({ params, body }) => ({
			params: {},
			body: { messaging_product: 'whatsapp', ...body, message_id: params?.message_id } as IDataObject,
		}),
	},

	getMedia: lacks('meta'),
	getMediaById: 'GET /api/meta/{version}/{id}',
	deleteMedia: lacks('meta'),
	deleteMediaById: lacks('meta'),

	getTemplates: {
		route: `GET ${TEMPLATES}`,
		request: ({ query }) => ({ query: { limit: query?.limit, after: query?.after } }),
	},
	createTemplate: `POST ${TEMPLATES}`,
	deleteTemplate: {
		route: `DELETE ${TEMPLATES}`,
		request: ({ params }) => ({ params: {}, query: { name: params?.templateName } }),
	},

	getWebhook: lacks('meta'),
	setWebhook: lacks('meta'),
	deleteWebhook: lacks('meta'),

	getPhoneNumber: 'GET /api/meta/{version}/{phoneNumberId}',
	getBusinessProfile: lacks('meta'),
	getComplianceInfo: lacks('meta'),
	updateComplianceInfo: lacks('meta'),
	getAbout: lacks('meta'),
	updateAbout: lacks('meta'),
	updateBusinessProfile: lacks('meta'),
	getProfilePhoto: lacks('meta'),
	getUser: lacks('meta'),
};

/** A message of style `v1` as the Cloud API has it. */
function cloudMessage({ preview_url: preview, ...message }: IDataObject): IDataObject {
	const type = String(message.type);
	const part: IDataObject = { ...(message[type] as IDataObject) };
	if (type === 'text' && preview !== undefined) part.preview_url = preview;
	// The name of its account, which only WhatsApp's first API knew.
	if (type === 'template') delete part.namespace;
	// The cards of a contacts message are a list.
	const content = Array.isArray(message[type]) ? message[type] : part;
	return {
		messaging_product: 'whatsapp',
		recipient_type: 'individual',
		...message,
		[type]: content,
	};
}
