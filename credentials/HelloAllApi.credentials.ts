import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

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
		{ apiKey }: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const headers = { ...request.headers };
		const names = ['API-KEY', ...('D360-API-KEY' in headers ? ['D360-API-KEY'] : [])];
		return {
			...request,
			headers: { ...headers, ...Object.fromEntries(names.map((name) => [name, apiKey])) },
		};
	}

	/** Reads only. Where a panel lacks this endpoint, the template list would do, but n8n's test knows one request. */
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.trim().replace(/\\/+$/, "").replace(/\\/v1$/, "") }}',
			url: '/v1/configs/phone_number',
			disableFollowRedirect: true,
		},
		// n8n takes both kinds side by side; its type knows lists of one kind only.
		rules: [
			...[401, 403].map((value) => ({ type: 'responseCode', properties: { value, message: REFUSED } })),
			...[404, 405].map((value) => ({ type: 'responseCode', properties: { value, message: UNKNOWN } })),
			...['success', 'meta.success'].map((key) => ({
				type: 'responseSuccessBody',
				properties: { key, value: false, message: REFUSED },
			})),
		] as ICredentialTestRequest['rules'],
	};
}

const REFUSED =
	'Hello All does not accept this API key: check that it was copied whole and belongs to this panel';
const UNKNOWN =
	'The key could not be checked, because this address does not answer the phone number request. Check the base URL. If it is right, the credential may work all the same: try Template → Get Many.';
