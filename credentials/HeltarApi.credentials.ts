import type {
	IAuthenticateGeneric,
	Icon,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

/** Heltar: bearer key (Heltar API, "Authentication"). */
export class HeltarApi implements ICredentialType {
	name = 'heltarApi';

	displayName = 'Heltar API';

	icon: Icon = { light: 'file:../nodes/Heltar/heltar.svg', dark: 'file:../nodes/Heltar/heltar.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-whatsapp-bsp/n8n-nodes-whatsapp-bsp#heltar-credential';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'e.g. hk_live_…',
			required: true,
			description:
				'In Heltar under Settings → API Key. A Full-access key is needed for triggers, attributes and team lists.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.heltar.com',
			placeholder: 'e.g. https://api.heltar.com',
			description: 'Change it only if your account runs on a host of its own',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.apiKey}}' } },
	};

	/** Read-only and cheap: one contact. */
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.trim().replace(/\\/+$/, "").replace(/\\/v1$/, "") }}',
			url: '/v1/clients',
			qs: { limit: 1 },
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message: 'Heltar does not know this API key: check that it was copied whole and was not revoked',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message:
						'Heltar accepted the key, but it lacks the scope clients:read. Use a Full-access key, or use this one only for what its scopes allow.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message: 'This address does not answer as Heltar does. Check the base URL.',
				},
			},
		],
	};
}
