import type { IWebhookFunctions } from 'n8n-workflow';

/**
 * The body as it was sent: form parsers damage JSON that holds `&`, `=`, `[` or `+`. n8n reads only bodies of types it
 * knows by itself.
 */
export async function bodyOf(context: IWebhookFunctions): Promise<unknown> {
	const request = context.getRequestObject() as { rawBody?: Buffer; readRawBody?: () => Promise<void> };
	const parsed = context.getBodyData() as unknown;
	if (parsed === undefined) await request.readRawBody?.();
	if (request.rawBody === undefined) return parsed;
	return decode(request.rawBody, context.getHeaderData()['content-type']);
}

/** Marks at the beginning of a text that say how it is written (Encoding standard, "BOM sniff"). */
const MARKS: ReadonlyArray<readonly [mark: readonly number[], encoding: string]> = [
	[[0xef, 0xbb, 0xbf], 'utf-8'],
	[[0xfe, 0xff], 'utf-16be'],
	[[0xff, 0xfe], 'utf-16le'],
];

/** A text by its mark, by what the sender says, or by where its zeros are: JSON begins with a character of ASCII. */
export function decode(bytes: Uint8Array, contentType: unknown): string {
	const marked = MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))?.[1];
	const said = /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(String(contentType))?.[1];
	const zeros = bytes[0] === 0 ? 'utf-16be' : bytes[1] === 0 ? 'utf-16le' : undefined;
	return decoder(marked ?? zeros ?? said).decode(bytes);
}

function decoder(encoding = 'utf-8') {
	try {
		return new TextDecoder(encoding);
	} catch {
		return new TextDecoder();
	}
}
