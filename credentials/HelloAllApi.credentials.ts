import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { refused, withKey } from '../core/http/credential';
import type { Panel } from '../nodes/HelloAll/panel';
import { panelOf, STYLE_NAMES } from '../nodes/HelloAll/panel';

const inStyleMeta = { show: { apiStyle: ['meta'] } };

/**
 * Hello All: a key in a header for `/v1` and the CRM (Hello All collection; one of its requests names the header otherwise),
 * an access token for `/api/meta`.
 */
export class HelloAllApi implements ICredentialType {
	name = 'helloAllApi';

	displayName = 'Hello All API';

	icon: Icon = {
		light: 'file:../nodes/HelloAll/helloAll.svg',
		dark: 'file:../nodes/HelloAll/helloAll.dark.svg',
	};

	documentationUrl = 'https://github.com/n8n-nodes-whatsapp-bsp/n8n-nodes-whatsapp-bsp#hello-all-credential';

	properties: INodeProperties[] = [
		{
			displayName: 'API Style',
			name: 'apiStyle',
			type: 'options',
			options: [
				{
					name: 'Classic (API Key)',
					value: 'v1',
					description: 'Calls go to /v1, as Hello All’s document describes it',
				},
				{
					name: 'Cloud (Access Token)',
					value: 'meta',
					description:
						'The panel shows an API URL that ends in /api/meta, an access token and a Phone Number ID',
				},
			],
			default: 'v1',
			description: 'Which API your panel shows on the page of the channel, under API',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'e.g. q8Zr4tWn…',
			displayOptions: inStyleMeta,
			description: 'On the page of the channel, under API. Each WhatsApp number has a token of its own.',
		},
		{
			displayName: 'Phone Number ID',
			name: 'phoneNumberId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 100000000000001',
			displayOptions: inStyleMeta,
			description: 'WhatsApp’s ID of the number, about 15 digits; not the phone number. Needed to send.',
		},
		{
			displayName: 'WABA ID',
			name: 'wabaId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 200000000000002',
			displayOptions: inStyleMeta,
			description: 'ID of the WhatsApp Business account, about 15 digits. Needed for lists of templates.',
		},
		{
			displayName: 'API Version',
			name: 'apiVersion',
			type: 'string',
			default: '',
			placeholder: 'e.g. v19.0',
			displayOptions: inStyleMeta,
			description: 'As the panel shows it. Left empty, it is the one in the base URL, or v19.0.',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'e.g. 4f7d2c9b…',
			description:
				'In Hello All under API settings. Each WhatsApp number has a key of its own. In style Cloud it is for the CRM only; left empty, the access token is used there, too.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://crm.helloall.in',
			placeholder: 'e.g. https://crm.helloall.in',
			description: 'The address of your panel; whatever the panel shows behind it may stay',
		},
	];

	/**
	 * Puts the token into calls of `/api/meta`, the key into all others: never both, and neither into a call to another host.
	 * The key goes into `API-KEY`, and into `D360-API-KEY` where the request has such a header waiting: the update of
	 * compliance data is documented with that one.
	 */
	async authenticate(
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const panel = panelOf(credential);
		const call = request.url === TEST ? testOf(panel, request) : request;
		const path = pathIn(panel, call);
		if (path.startsWith('/api/meta/')) {
			return withKey(call, { Authorization: `Bearer ${panel.accessToken}` });
		}
		const names = ['API-KEY', ...('D360-API-KEY' in (call.headers ?? {}) ? ['D360-API-KEY'] : [])];
		return withKey(call, Object.fromEntries(names.map((name) => [name, panel.apiKey])));
	}

	/**
	 * Reads only. The address is filled in by `authenticate`, where all calls get what depends on the style. Where a panel
	 * lacks this endpoint, another one would do, but n8n's test knows one request. What the answer looks like is documented
	 * nowhere: it has to be JSON, and none of the forms of a refusal.
	 */
	test: ICredentialTestRequest = {
		request: { url: TEST, disableFollowRedirect: true },
		rules: refused({ 401: REFUSED, 403: REFUSED, 404: UNKNOWN, 405: UNKNOWN }, [
			['constructor.name', 'String', OTHER],
			...['success', 'ok', 'meta.success', 'status'].map((key) => [key, false, REFUSED] as const),
			...['error', 'failed', 'fail', 'unauthorized'].map((word) => ['status', word, REFUSED] as const),
			...[400, 401, 402, 403, 404, 405, 429, 500].flatMap((code) =>
				['status', 'statusCode', 'meta.http_code', 'meta.httpCode'].map(
					(key) => [key, code, REFUSED] as const,
				),
			),
			...['errors.0.constructor.name', 'error.constructor.name'].flatMap((key) =>
				['Object', 'String', 'Number'].map((type) => [key, type, REFUSED] as const),
			),
			['error', true, REFUSED],
		]),
	};
}

/** Stands for the address of the credential test until the style is known. */
const TEST = '/credential-test';

const REFUSED =
	'Hello All does not accept this key or token: check that it was copied whole and belongs to this panel and number. An empty wallet is answered like that, too.';
const UNKNOWN = `This address does not answer the test. Check the base URL, the API version, the IDs and the API style: panels that show an API URL with /api/meta need ${STYLE_NAMES.meta}, others ${STYLE_NAMES.v1}. If all of it is right, the credential may work all the same: try Template → Get Many.`;
const OTHER =
	'This address does not answer as Hello All does. Check the base URL, and that the key or token was copied whole.';

/** The cheapest read of the style. */
function testOf(panel: Panel, request: IHttpRequestOptions): IHttpRequestOptions {
	const { root, style, v1Prefix, version, phoneNumberId, wabaId } = panel;
	const url =
		style === 'v1'
			? `${root}${v1Prefix}/v1/configs/phone_number`
			: wabaId === ''
				? `${root}/api/meta/${version}/${filled(phoneNumberId, 'Phone Number ID')}`
				: `${root}/api/meta/${version}/${wabaId}/message_templates?limit=1`;
	return { ...request, url, baseURL: undefined };
}

/** What stands behind the panel's root. @throws Error for another host, which gets no secret */
function pathIn({ root }: Panel, { url, baseURL }: IHttpRequestOptions): string {
	const address = new URL(url, baseURL || root);
	const own = new URL(root);
	if (address.host !== own.host) {
		throw new Error(`The key of this credential is sent to ${own.host} only, not to ${address.host}`);
	}
	const base = own.pathname.replace(/\/$/, '');
	return address.pathname.startsWith(`${base}/`) ? address.pathname.slice(base.length) : address.pathname;
}

/** @throws Error where an ID is missing */
function filled(value: string, label: string): string {
	if (value === '') throw new Error(`${label} is empty in the credential`);
	return value;
}
