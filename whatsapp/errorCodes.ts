/**
 * Whether the same message may be sent to the same person again, after it failed for certain:
 * - `now`: nothing stands in the way any more;
 * - `later`: not before time has passed or something was put right that is not this message, such as the account;
 * - `never`: this message never reaches this person. Another message or another recipient may be fine.
 */
export type Retry = 'now' | 'later' | 'never';

/**
 * What an error code means for the user: whether the same message may go out again, and what to do. Codes are those of the
 * Cloud API (six digits), of the on-premises API (three or four digits, still given by panels that grew up on it) and of
 * HTTP where these share its numbers (Meta, "Cloud API error codes" and "On-premises API error codes"; Heltar API, "Error
 * codes"). Codes are ambiguous between sources, so advice always stands beside the original text, never in its place.
 */
const ERRORS: ReadonlyArray<readonly [codes: readonly string[], retry: Retry, advice: string]> = [
	[
		['131047', '470'],
		'later',
		'More than 24 hours have passed since this contact last wrote, so only templates can be sent. Send an approved template with the operation "Send Template", or wait until they write.',
	],
	[
		['131026', '1013', '1026'],
		'never',
		'The message cannot be delivered to this number. Check number and country code. Perhaps the person does not use WhatsApp, has an old version of it, or has not accepted its terms.',
	],
	[
		['131051', '501'],
		'never',
		'The recipient or the message type is not supported. Check the recipient first, then whether this kind of message may go to this kind of chat.',
	],
	[
		['131052'],
		'later',
		'Either too many messages were sent, or WhatsApp could not download a file. Slow down; for media check that the link is public and the file is reachable.',
	],
	[
		['131053'],
		'later',
		'Either the template is missing or not approved, or WhatsApp could not process the media. Check name, language and approval of the template; for media check format, MIME type, size and that the link is public.',
	],
	[
		['131049', '130472', '472'],
		'later',
		'WhatsApp held back this marketing message. Do not send it again now; try later, or use a utility template where that is legitimate.',
	],
	[
		['131050'],
		'never',
		'This person stopped your marketing messages. Do not send them any; only they can allow it again, in their chat with you.',
	],
	[
		['130429', '80007', '4', '429', '1015'],
		'now',
		'Too many messages or requests in a short time. Use smaller batches or go more slowly.',
	],
	[
		['131056'],
		'later',
		'Too many messages to this one person. Wait before writing to the same contact again.',
	],
	[
		['131048', '471'],
		'later',
		'Sending is limited because of spam reports. Check the quality rating of the number.',
	],
	[['131042', '402'], 'later', 'There is a payment problem. Check billing in the Meta Business settings.'],
	[
		['131031', '1031', '368'],
		'later',
		'The account is restricted or locked. Check the account status with the provider.',
	],
	[['131021'], 'never', 'The recipient is the sending number itself. Use another number.'],
	[
		['131008', '131009', '100', '1008', '1009', '1010'],
		'never',
		'A value is missing or not allowed. Look at the details; usually a field is empty or names an unknown product or template value.',
	],
	[
		['132000', '2000'],
		'never',
		'The number of variables differs from the template. Match header, body and button variables to the template.',
	],
	[
		['132001', '2001'],
		'later',
		'The template does not exist in this language or is not approved. Check name, language code and that its status is APPROVED.',
	],
	[
		['132005', '132007', '132012', '2004', '2005'],
		'never',
		'A template value was refused. Shorten it, remove line breaks, or use the right kind of value (text or media).',
	],
	[['132015'], 'later', 'The template is paused. Wait until it is active again, or use another one.'],
	[['132016'], 'never', 'The template is disabled. Use another template.'],
	[
		['131014'],
		'later',
		'WhatsApp could not open the link. Check that it opens in a private browser window, where you are not signed in.',
	],
	[['133010'], 'later', 'The business number is not registered. Register it again with the provider.'],
	[
		['0', '10', '190', '1005', ...range(200, 299)],
		'later',
		'WhatsApp refused the provider’s access to this number. Connect the number again in the provider’s panel; the API key itself may be fine.',
	],
	[['401'], 'later', 'The key was not accepted. Check the key and the base URL in the credential.'],
	[['403'], 'later', 'This account is not allowed to do this. Ask the provider to enable it.'],
	[
		['404', '405'],
		'later',
		'The provider does not have this endpoint. Check the base URL in the credential; your account may also lack this feature.',
	],
	[
		['408', '410'],
		'now',
		'The message expired before it could be delivered. Send it again if it is still relevant.',
	],
	[['430', '432', '433'], 'later', 'The provider has a certificate problem. Contact the provider.'],
	[
		['480'],
		'later',
		'The recipient’s WhatsApp identity has changed. Verify who they are before you write again.',
	],
	[['1001'], 'never', 'The text is too long. Shorten it.'],
	[['1004', '1006'], 'never', 'This ID or name already exists, or it was not found. Check the ID or name.'],
	[
		['1', '2', '500', '1000', '1014', '1016', '131000', '131016'],
		'now',
		'WhatsApp had a temporary problem. Send the message again; if it fails again, wait a while.',
	],
];

const BY_CODE = new Map(
	ERRORS.flatMap(([codes, retry, advice]) => codes.map((code) => [code, { retry, advice }] as const)),
);

/** The one of them that concerns messages to a single person (Meta, "Cloud API error codes"). */
export const PAIR_LIMIT_CODE = '131056';

/** More than 24 hours have passed since the person wrote. */
export const WINDOW_CLOSED_CODES: ReadonlySet<string> = new Set(['131047', '470']);

/** Codes with which WhatsApp refuses for the rate alone: the same message may be retried later. */
export const RATE_LIMIT_CODES: ReadonlySet<string> = new Set([
	'130429',
	'80007',
	'4',
	PAIR_LIMIT_CODE,
	'429',
	'1015',
]);

/** Codes that mean a file or something else, by what they mean when the text beside them speaks of a file. */
const ABOUT_A_FILE: Readonly<Record<string, string>> = {
	'131052': 'WhatsApp could not download the file. Check that the link is public and the file is reachable.',
	'131053':
		'WhatsApp could not process the file. Check format, MIME type and size, and that the link is public.',
};
const FILE_WORDS = /\b(media|mime|file|image|video|audio|sticker|document|upload|download)/i;

/**
 * @param own what a code means at one provider, where that differs; it goes before the general meaning
 * @param text the words the code came with
 */
export function adviceFor(
	code: string | undefined,
	own?: Readonly<Record<string, string>>,
	text = '',
): string | undefined {
	if (code === undefined) return undefined;
	const isAboutFile = Object.hasOwn(ABOUT_A_FILE, code) && FILE_WORDS.test(text);
	if (isAboutFile && !(own && Object.hasOwn(own, code))) return ABOUT_A_FILE[code];
	return own && Object.hasOwn(own, code) ? own[code] : BY_CODE.get(code)?.advice;
}

/** Whether a message that failed with this code may go out again; undefined for a code that says nothing here. */
export const retryFor = (code: string | undefined): Retry | undefined =>
	code === undefined ? undefined : BY_CODE.get(code)?.retry;

function range(from: number, to: number): string[] {
	return Array.from({ length: to - from + 1 }, (_, at) => String(from + at));
}
