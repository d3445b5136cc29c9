import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'crypto';

/*
 * What a trigger has to keep about the number travels in the address it registers, encrypted (docs/decisions/0005). So it
 * is kept where it cannot get lost: it survives renaming the node, restarts and other processes, which n8n's own storage
 * does not, and nobody who reads a log learns another system's address.
 *
 * The content has a key of its own, which is enclosed once for each secret that is to open it. A word of version 1 has no
 * such key: it is encrypted with the first secret itself.
 */

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const VERSION = '2';

/** Each of them opens what was sealed with all of them. */
export type Secrets = readonly [string, ...string[]];

const keyFrom = (secret: string) => createHmac('sha256', secret).update('replaced webhook').digest();

/** As a word for a query string. */
export function seal(content: object, secrets: Secrets): string {
	const key = randomBytes(KEY_BYTES);
	const enclosed = secrets.map((secret) => encrypt(key, keyFrom(secret)));
	return [VERSION, encrypt(Buffer.from(JSON.stringify(content)), key), ...enclosed].join('.');
}

/** Back again; undefined when none of the secrets opens it, or it changed on the way. */
export function unseal<T extends object>(word: string, secrets: Secrets): T | undefined {
	const [version, content, ...enclosed] = word.split('.');
	const keys = secrets.map(keyFrom);
	const box = version === VERSION && content !== undefined ? content : word;
	const candidates =
		box === word
			? keys.slice(0, 1)
			: enclosed.flatMap((one) => keys.flatMap((key) => decrypt(one, key) ?? []));
	for (const key of candidates) {
		const opened = decrypt(box, key);
		if (opened) return JSON.parse(opened.toString('utf8')) as T;
	}
	return undefined;
}

function encrypt(text: Buffer, key: Buffer): string {
	const iv = randomBytes(IV_BYTES);
	const cipher = createCipheriv(CIPHER, key, iv);
	const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
	return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

function decrypt(word: string, key: Buffer): Buffer | undefined {
	try {
		const sealed = Buffer.from(word, 'base64url');
		const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, IV_BYTES));
		decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
		return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
	} catch {
		return undefined;
	}
}
