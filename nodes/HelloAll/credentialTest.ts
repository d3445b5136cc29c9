import type { CredentialTest, TestRead } from '../../core/http/credentialTest';
import { BadInput } from '../../core/http/errors';
import { isObject } from '../../whatsapp/events/json';
import { listIn, textAt } from './answers';
import { authenticate } from './authenticate';
import { endpoints } from './endpoints';
import { DEFAULT_BASE_URL, panelOf, STYLE_NAMES } from './panel';
import { TEMPLATE_LISTS } from './template';

const KEY =
	'Hello All rejected this key or token. Check that you copied all of it, that it belongs to this panel and number, and that the wallet is not empty.';
const ADDRESS = `Check the base URL: it is the address of your panel without a page after it, such as ${DEFAULT_BASE_URL}.`;

/** Where the number of an account may stand in an answer, which is documented nowhere (see answers.ts). */
const NUMBER = ['phone_number', 'display_phone_number', 'phone_number_id', 'phoneNumber'].flatMap((key) => [
	key,
	`data.${key}`,
	`data.0.${key}`,
]);

const numberRead = (phoneNumberId: string): TestRead => ({
	request: { endpoint: endpoints.getPhoneNumber },
	isOwn: (body) =>
		textAt(body, ...NUMBER) !== undefined || (phoneNumberId !== '' && textAt(body, 'id') === phoneNumberId),
});

const templatesRead: TestRead = {
	request: { endpoint: endpoints.getTemplates, query: { limit: 1, offset: 0 } },
	isOwn: (body) =>
		listIn(body, ...TEMPLATE_LISTS)?.every((entry) => isObject(entry) && 'name' in entry) ?? false,
};

/** In style `v1` some panels lack the number, and answer it in forms of their own. */
export const credentialTest: CredentialTest = {
	authenticate,
	reads(credential) {
		const { style, phoneNumberId, wabaId } = panelOf(credential);
		if (style === 'v1') return [numberRead(''), templatesRead];
		if (wabaId !== '') return [templatesRead];
		if (phoneNumberId !== '') return [numberRead(phoneNumberId)];
		throw new BadInput('it is empty in the credential', [
			{ name: 'phoneNumberId', label: 'Phone Number ID' },
		]);
	},
	words: {
		key: () => KEY,
		page: `${ADDRESS} Some panels also respond like this to a wrong key or token: check that you copied all of it.`,
		unknown: `${ADDRESS} Check the API version, the IDs and the API style, too: panels that show an API URL with /api/meta need ${STYLE_NAMES.meta}, others ${STYLE_NAMES.v1}.`,
	},
};
