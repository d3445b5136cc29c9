import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'crypto';

/** The webhook a trigger took the place of. */
export interface ReplacedWebhook {
	url: string;
	headers?: Record<string, string>;
}

/*
 * What was replaced travels in the address that replaced it, encrypted. So it is kept where it cannot get lost: it
 * survives renaming the node, restarts and other processes, which n8n's own storage does not, and nobody who reads a
 * log learns another system's address.
 */

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

const keyFrom = (apiKey: string) => createHmac('sha256', apiKey).update('replaced webhook').digest();

/** As a word for a query string. */
export function seal(replaced: ReplacedWebhook, apiKey: string): string {
	const iv = randomBytes(IV_BYTES);
	const cipher = createCipheriv(CIPHER, keyFrom(apiKey), iv);
	const text = Buffer.concat([cipher.update(JSON.stringify(replaced), 'utf8'), cipher.final()]);
	return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
}

/** Back again; undefined when it was sealed with another key or changed on the way. */
export function unseal(word: string, apiKey: string): ReplacedWebhook | undefined {
	try {
		const sealed = Buffer.from(word, 'base64url');
		const decipher = createDecipheriv(CIPHER, keyFrom(apiKey), sealed.subarray(0, IV_BYTES));
		decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
		const text = Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
		return JSON.parse(text.toString('utf8')) as ReplacedWebhook;
	} catch {
		return undefined;
	}
}
