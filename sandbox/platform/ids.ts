import { randomBytes } from 'node:crypto';

/**
 * A message id as WhatsApp makes them: base64 of a small binary record that holds the customer's number and a
 * random part, longer for messages from customers (seen in the recorded answers of Heltar's collection).
 */
export function newMessageId(direction: 'in' | 'out', number: string): string {
	const random = randomBytes(direction === 'in' ? 16 : 9)
		.toString('hex')
		.toUpperCase();
	const address = Buffer.from(number.slice(0, 60));
	const id = Buffer.concat([
		Buffer.from([0x1c, 0x18, address.length]),
		address,
		Buffer.from([0x15, 0x02, 0x00, direction === 'in' ? 0x12 : 0x11, 0x18, random.length]),
		Buffer.from(random),
		Buffer.from([0x00]),
	]);
	return `wamid.${id.toString('base64')}`;
}

/** WhatsApp's ids of media and templates: long digit strings. */
export function newNumericId(): string {
	return `1${randomBytes(7).readUIntBE(0, 6).toString().padStart(15, '0')}`;
}
