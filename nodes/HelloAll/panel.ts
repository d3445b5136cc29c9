import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { cleanBaseUrl } from '../../core/http/baseUrl';
import { secretIn } from '../../core/http/credential';
import { BadInput } from '../../core/http/errors';

export const DEFAULT_BASE_URL = 'https://crm.helloall.in';
export const DEFAULT_VERSION = 'v19.0';

/** The two APIs a panel can have beside its CRM, by the value of `apiStyle`, as texts for people call them. */
export const STYLE_NAMES = { v1: 'Classic (API Key)', meta: 'Cloud (Access Token)' } as const;

export type ApiStyle = keyof typeof STYLE_NAMES;

/** What a user entered about their panel, made usable. */
export interface Panel {
	style: ApiStyle;
	/** Where everything but `/v1` begins, without a trailing slash. */
	root: string;
	/** What stands between the root and `/v1`: on some panels `/whatsapp/waba`. */
	v1Prefix: string;
	/** For `/v1` and the CRM; never empty. */
	apiKey: string;
	/** For style `meta`; never empty, since in style `v1` any other call may be made, too. */
	accessToken: string;
	/** Such as `v19.0`. */
	version: string;
	/** Empty where the user gave none. */
	phoneNumberId: string;
	wabaId: string;
}

/** The tail of an address of style `meta`, as panels show it and users paste it. */
const META_TAIL = /\/api\/meta(?:\/(v?\d{1,2}(?:\.\d{1,2})?))?(?:\/(\d{5,20}))?(?:\/messages)?$/;
const META = /\/api\/meta(\/|$)/;
const V1_TAIL = /\/v1(?:\/messages)?$/;
const V1_PREFIX = /\/whatsapp\/waba$/;
const VERSION = /^v?\d{1,2}(\.\d{1,2})?$/;
const META_ID = /^\d{5,20}$/;

/** Reads a credential; one that was stored before there were styles is of style `v1`. @throws BadInput naming the field */
export function panelOf(credential: ICredentialDataDecryptedObject): Panel {
	const entered = (field: string) => String(credential[field] ?? '').trim();
	const style: ApiStyle = credential.apiStyle === 'meta' ? 'meta' : 'v1';
	const { root, v1Prefix, version, phoneNumberId } = addressIn(entered('baseUrl'));
	const ownKey = secretIn(credential.apiKey, 'apiKey', 'API Key');
	const token = secretIn(credential.accessToken, 'accessToken', 'Access Token');
	if (style === 'v1' && ownKey === '') throw isEmpty('apiKey', 'API Key');
	if (ownKey === '' && token === '') throw isEmpty('accessToken', 'Access Token');
	return {
		style,
		root,
		v1Prefix,
		apiKey: style === 'meta' ? ownKey || token : ownKey,
		accessToken: style === 'meta' ? token || ownKey : ownKey,
		version: versionOf(entered('apiVersion')) || version || DEFAULT_VERSION,
		phoneNumberId: sameId(idOf('phoneNumberId', 'Phone Number ID', entered('phoneNumberId')), phoneNumberId),
		wabaId: idOf('wabaId', 'WABA ID', entered('wabaId')),
	};
}

/** The parts of a base URL that was pasted with what stands behind it in the panel. */
function addressIn(typed: string): Pick<Panel, 'root' | 'v1Prefix' | 'version' | 'phoneNumberId'> {
	const address = (typed || DEFAULT_BASE_URL).replace(/[?#].*$/, '').replace(/\/+$/, '');
	const [tail = '', version = '', phoneNumberId = ''] =
		META_TAIL.exec(address) ?? V1_TAIL.exec(address) ?? [];
	if (tail === '' && META.test(address)) throw unknownTail(address);
	const base = cleanBaseUrl(address.slice(0, address.length - tail.length), DEFAULT_BASE_URL);
	const v1Prefix = V1_PREFIX.exec(base)?.[0] ?? '';
	return { root: base.slice(0, base.length - v1Prefix.length), v1Prefix, version, phoneNumberId };
}

const unknownTail = (address: string) =>
	new BadInput(
		`"${address}" has an unexpected path after /api/meta`,
		[{ name: 'baseUrl', label: 'Base URL' }],
		'Enter the address up to /api/meta.',
	);

const isEmpty = (name: string, label: string) =>
	new BadInput('it is empty in the credential', [{ name, label }]);

function versionOf(typed: string): string {
	if (typed === '' || VERSION.test(typed)) return typed;
	throw new BadInput(
		`"${typed}" is not a version`,
		[{ name: 'apiVersion', label: 'API Version' }],
		'Enter a version such as v19.0.',
	);
}

function idOf(name: string, label: string, typed: string): string {
	if (typed === '' || META_ID.test(typed)) return typed;
	throw new BadInput(
		`"${typed}" is not an ID`,
		[{ name, label }],
		'Copy the ID from the panel: digits only, about 15 of them. A phone number does not work here.',
	);
}

function sameId(entered: string, pasted: string): string {
	if (entered === '' || pasted === '' || entered === pasted) return entered || pasted;
	throw new BadInput(
		`${entered} does not match the ID in the base URL, ${pasted}`,
		[{ name: 'phoneNumberId', label: 'Phone Number ID' }],
		'Check which of the two IDs the panel shows. Enter it as Phone Number ID, and remove the ID from the base URL.',
	);
}
