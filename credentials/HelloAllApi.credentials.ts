import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { authenticate } from '../nodes/HelloAll/authenticate';

const inStyleMeta = { show: { apiStyle: ['meta'] } };

/**
 * Hello All: a key in a header for `/v1` and the CRM (Hello All collection; one of its requests names the header otherwise),
 * an access token for `/api/meta`. The nodes test it (`testedBy`): core/http/credentialTest.ts.
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

	async authenticate(
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return authenticate(credential, request);
	}
}
