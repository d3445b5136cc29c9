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
					description: 'The documented API of Hello All, under /v1. The panel shows an API key.',
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
			description: 'Shown on the page of the channel, under API. Each WhatsApp number has its own token.',
		},
		{
			displayName: 'Phone Number ID',
			name: 'phoneNumberId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 100000000000001',
			displayOptions: inStyleMeta,
			description:
				'WhatsApp’s ID for the number, about 15 digits (not the phone number itself). Required to send messages.',
		},
		{
			displayName: 'WABA ID',
			name: 'wabaId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 200000000000002',
			displayOptions: inStyleMeta,
			description:
				'ID of the WhatsApp Business account, about 15 digits. Needed to list, create and delete templates.',
		},
		{
			displayName: 'API Version',
			name: 'apiVersion',
			type: 'string',
			default: '',
			placeholder: 'e.g. v19.0',
			displayOptions: inStyleMeta,
			description:
				'The version that the panel shows. If empty, the version in the base URL is used, or else v19.0.',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'e.g. 4f7d2c9b…',
			description:
				'Shown on the page of the channel, under API. Each WhatsApp number has its own key. With API style Cloud, only the operations of Contact, Chat, Campaign and custom fields use it; leave it empty to use the access token for them as well.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://crm.helloall.in',
			placeholder: 'e.g. https://crm.helloall.in',
			description: 'The address of your panel. You can also paste the whole API URL that the panel shows.',
		},
	];

	async authenticate(
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return authenticate(credential, request);
	}
}
