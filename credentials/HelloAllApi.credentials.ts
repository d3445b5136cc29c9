import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { baseUrlOf, keyOf, refused, withKey } from '../core/http/credential';

/** Hello All: a key in a header of every request (Hello All collection; one of its requests names the header otherwise). */
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
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'e.g. 4f7d2c9b…',
			required: true,
			description: 'In Hello All under API settings. Each WhatsApp number has a key of its own.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://crm.helloall.in',
			placeholder: 'e.g. https://crm.helloall.in',
			description: 'The address of your panel, without /v1',
		},
	];

	/**
	 * Puts the key into `API-KEY`, and into `D360-API-KEY` where the request has such a header waiting: the update of
	 * compliance data is documented with that one.
	 */
	async authenticate(
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const names = ['API-KEY', ...('D360-API-KEY' in (request.headers ?? {}) ? ['D360-API-KEY'] : [])];
		const key = keyOf(credential);
		return withKey(request, Object.fromEntries(names.map((name) => [name, key])));
	}

	/**
	 * Reads only. Where a panel lacks this endpoint, the template list would do, but n8n's test knows one request. What the
	 * answer looks like is documented nowhere: it has to be JSON, and none of the forms of a refusal.
	 */
	test: ICredentialTestRequest = {
		request: {
			baseURL: baseUrlOf('https://crm.helloall.in'),
			url: '/v1/configs/phone_number',
			disableFollowRedirect: true,
		},
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

const REFUSED =
	'Hello All does not accept this API key: check that it was copied whole and belongs to this panel';
const UNKNOWN =
	'The key could not be checked, because this address does not answer the phone number request. Check the base URL. If it is right, the credential may work all the same: try Template → Get Many.';
const OTHER = 'This address does not answer as Hello All does. Check the base URL.';
