import { credentialOf } from '../../core/http/account';
import type { ProviderHttp } from '../../core/http/providerHttp';
import type { Caller } from '../../core/http/request';
import type { ApiStyle } from './panel';
import { panelOf } from './panel';
import { refusalIn } from './refusal';
import { callsOf } from './styles';

/** Hello All's HTTP: two API styles beside a CRM, and several generations of answers and errors under one address. */
export const helloAll: ProviderHttp = {
	name: 'Hello All',
	credentialType: 'helloAllApi',
	storedKey: ({ apiKey, accessToken }) => String(apiKey || accessToken),
	account(credential) {
		const panel = panelOf(credential);
		const { root, apiKey, accessToken, version, phoneNumberId, wabaId } = panel;
		return {
			baseUrl: root,
			secrets: [...new Set([apiKey, accessToken])].filter((secret) => secret !== ''),
			params: { version, phoneNumberId, wabaId },
			calls: callsOf(panel),
		};
	},
	refusal: refusalIn,
	/** No server error is known to promise that nothing was accepted. */
	nothingHappened: () => false,
	/** Answers of all kinds stand without an envelope. */
	unwrap: (body) => body,
};

/** The API style of the account a node works with. @throws BadInput naming the field of the credential */
export const styleOf = async (caller: Caller): Promise<ApiStyle> =>
	panelOf(await credentialOf(caller, helloAll)).style;
