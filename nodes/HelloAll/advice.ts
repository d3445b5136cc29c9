import { adviceFor } from '../../whatsapp/errorCodes';

const KEY =
	'Check the API key or access token and the base URL in the credential. Each WhatsApp number has its own in Hello All.';
const UNCLEAR =
	'WhatsApp or Hello All had an internal error. A message may have been sent: check before you send it again.';

/** Codes that mean something of their own here, or about which more can be said. */
const OWN: Readonly<Record<string, string>> = {
	'0': KEY,
	'190': KEY,
	'401': KEY,
	'1005': KEY,
	'403': 'This request is blocked for your account. Ask Hello All to enable it.',
	'500': UNCLEAR,
	'1000': UNCLEAR,
	'1014': UNCLEAR,
	'1016': UNCLEAR,
	'131000': UNCLEAR,
	'131016': UNCLEAR,
	'501': 'This type of message is not supported. Send another type.',
	'131051': 'This type of message is not supported. Send another type.',
	'131052':
		'WhatsApp could not download the media. Check that the link is public, and check the type and size of the file.',
	'131053':
		'WhatsApp could not process the media. Check that the link is public, and check the type and size of the file.',
	'2001':
		'The template does not exist in this language, or is not approved. Check name, language, status and namespace.',
	'132001':
		'The template does not exist in this language, or is not approved. Check name, language, status and namespace.',
};

export const adviceForCode = (code: string | undefined) => adviceFor(code, OWN);
