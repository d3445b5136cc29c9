import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { authenticate } from '../nodes/Heltar/authenticate';

/** Heltar: bearer key (Heltar API, "Authentication"). The nodes test it (`testedBy`): core/http/credentialTest.ts. */
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
				'In Heltar under Settings → API Key. A Full-access key works for everything. Triggers with automatic registration need one, and so do some operations, such as those that change attributes or team members.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.heltar.com',
			placeholder: 'e.g. https://api.heltar.com',
			description: 'Keep the default unless Heltar has given you a different API address',
		},
	];

	async authenticate(
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return authenticate(credential, request);
	}
}
