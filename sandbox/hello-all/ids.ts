import { createHash, randomBytes } from 'node:crypto';

/** A message id as the on-premises API makes them: base64url of the customer's digits and a random part. */
export function onPremisesId(number: string): string {
	const digits = Buffer.from(number.length % 2 ? `${number}f` : number, 'hex');
	const random = randomBytes(9);
	return Buffer.concat([
		Buffer.from([0x80, 0x11, 0x06]),
		digits,
		Buffer.from([0x02, random.length]),
		random,
	]).toString('base64url');
}

export const queueId = () => `q-${randomBytes(12).toString('hex')}`;

/** Ids of the panel's own records, derived from what they belong to: 24 hexadecimal digits. */
export const recordId = (kind: string, key: string) =>
	createHash('sha256').update(`${kind}:${key}`).digest('hex').slice(0, 24);
