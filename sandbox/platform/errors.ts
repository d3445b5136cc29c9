import { randomBytes } from 'node:crypto';
import type { WhatsAppErrorObject } from '../core/store.ts';

/** What WhatsApp refuses a message with: its code and the details text. */
export interface Refusal {
	code: number;
	details: string;
}

/** Thrown inside the checks of WhatsApp's own rules. */
export class RefusedByWhatsApp extends Error {
	readonly refusal: Refusal;

	constructor(code: number, details: string) {
		super(details);
		this.refusal = { code, details };
	}
}

/** Titles of the Cloud API's error codes. */
const TITLES: Record<number, string> = {
	100: 'Invalid parameter',
	130429: 'Rate limit hit',
	131000: 'Something went wrong',
	131008: 'Required parameter is missing',
	131009: 'Parameter value is not valid',
	131016: 'Service unavailable',
	131021: 'Recipient cannot be sender',
	131026: 'Message undeliverable',
	131047: 'Re-engagement message',
	131048: 'Spam rate limit hit',
	131051: 'Unsupported message type',
	131053: 'Media upload error',
	131056: '(Business Account, Consumer Account) pair rate limit hit',
	132000: 'Number of parameters does not match the expected number of params',
	132001: 'Template name does not exist in the translation',
	132005: 'Translated text too long',
	132012: 'Parameter format does not match format in the created template',
	132015: 'Template is Paused',
	132016: 'Template is Disabled',
};

const titleOf = (code: number) => TITLES[code] ?? `Error ${code}`;

export const WINDOW_CLOSED: Refusal = {
	code: 131047,
	details: 'Message failed to send because more than 24 hours have passed since the customer last replied.',
};
export const UNDELIVERABLE: Refusal = {
	code: 131026,
	details: 'Receiver is incapable of receiving this message',
};
export const RATE_LIMITED: Refusal = {
	code: 130429,
	details: 'Cloud API message throughput has been reached.',
};
export const PAIR_LIMITED: Refusal = {
	code: 131056,
	details: 'Too many messages sent to this recipient in a short period of time.',
};
export const TO_ITSELF: Refusal = { code: 131021, details: 'Recipient phone number equals the sender.' };

/** The answer of the Cloud API to a refused call. */
export function graphError(refusal: Refusal) {
	return {
		error: {
			message: `(#${refusal.code}) ${titleOf(refusal.code)}`,
			type: 'OAuthException',
			code: refusal.code,
			error_data: { messaging_product: 'whatsapp', details: refusal.details },
			fbtrace_id: randomBytes(9).toString('base64url'),
		},
	};
}

/** The same where the Cloud API refuses the call itself, not a message: access, and ids that lead nowhere. */
export function graphCallError(message: string, code: number, subcode?: number) {
	const type = code === 190 ? 'OAuthException' : 'GraphMethodException';
	const fbtrace_id = randomBytes(9).toString('base64url');
	return { error: { message, type, code, ...(subcode && { error_subcode: subcode }), fbtrace_id } };
}

/** The error as a failed status carries it. */
export function statusError(refusal: Refusal): WhatsAppErrorObject {
	const title = titleOf(refusal.code);
	return { code: refusal.code, title, message: title, error_data: { details: refusal.details } };
}
