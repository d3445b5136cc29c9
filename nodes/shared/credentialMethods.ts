import type {
	ICredentialTestFunctions,
	ICredentialsDecrypted,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { testCredential } from '../../core/http/credentialTest';
import type { Provider } from './provider';

/**
 * The test of a provider's credential, under the name by which a node's description names it (`testedBy`). Every node that
 * uses the credential has it: n8n asks whichever it finds first.
 */
export const credentialMethodsOf = ({ http, credentialTest }: Provider) => ({
	credentialTest: {
		async testCredential(
			this: ICredentialTestFunctions,
			{ data = {} }: ICredentialsDecrypted,
		): Promise<INodeCredentialTestResult> {
			return await testCredential(this.helpers, http, credentialTest, data);
		},
	},
});
