import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { baseUrlOf, keyOf, refused, withKey } from '../core/http/credential';

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

	async authenticate(
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return withKey(request, { Authorization: `Bearer ${keyOf(credential)}` });
	}

	/** Read-only and cheap: one contact. Heltar answers `{message, data}` (Heltar API, "Responses"). */
	test: ICredentialTestRequest = {
		request: {
			baseURL: baseUrlOf('https://api.heltar.com'),
			url: '/v1/clients',
			qs: { limit: 1 },
			disableFollowRedirect: true,
		},
		rules: refused(
			{
				401: 'Heltar does not know this API key: check that it was copied whole and was not revoked',
				403: 'Heltar accepted the key, but it lacks the scope clients:read. Use a Full-access key, or use this one only for what its scopes allow.',
				404: OTHER,
				405: OTHER,
			},
			[
				['message', undefined, OTHER],
				['data', undefined, OTHER],
				['data', null, OTHER],
				...['String', 'Number', 'Boolean'].map((type) => ['data.constructor.name', type, OTHER] as const),
			],
		),
	};
}

const OTHER = 'This address does not answer as Heltar does. Check the base URL.';
