import type { IBinaryData } from 'n8n-workflow';

import { store } from '../../core/binary/store';
import { NoAnswer } from '../../core/http/errors';
import type { HttpAnswer } from '../../core/http/request';
import { toDownload } from '../../core/http/link';
import { withoutKey } from '../../core/http/masking';
import { readRefusal } from '../../core/http/stream';
import { text } from '../../core/operation/fields';
import type { Tools } from '../../core/operation/operation';
import { cleanFileName, extensionOfType, knownMimeType, mimeTypeOfName } from '../../whatsapp/media';
import { helloAll } from './api';

/** A file that came, or the message that came in its place. */
export type Received =
	| { file: { binary: IBinaryData; fileName: string; mimeType: string; fileSize: number } }
	| { answer: unknown };

/**
 * Takes an answer that should be a file into n8n's store. JSON without a file name is the provider speaking.
 * @param name for a file that comes without one; its type's extension is added
 * @param kind how its type has to begin, where a page of text is a mistake
 * @throws Refused, NoAnswer
 */
export async function receive(
	{ context }: Tools,
	answer: HttpAnswer,
	name: string,
	kind = '',
): Promise<Received> {
	if (answer.body === undefined) {
		throw new NoAnswer('Hello All answered without a file', { mayHaveHappened: false });
	}
	const { body, mimeType, fileName } = toDownload(answer);
	const given = cleanFileName(fileName);
	if (given === undefined && /^application\/json\b/i.test(mimeType ?? '')) {
		const { apiKey } = await context.getCredentials(helloAll.credentialType);
		const message = withoutKey(await readRefusal(body), apiKey);
		const refusal = helloAll.refusal({ ...answer, body: message });
		if (refusal) throw refusal;
		return { answer: message };
	}
	const type = knownMimeType(mimeType) ?? mimeTypeOfName(given) ?? 'application/octet-stream';
	if (!type.startsWith(kind) && /^text\//.test(type)) {
		await readRefusal(body);
		throw new NoAnswer('Hello All answered with an unexpected page', {
			mayHaveHappened: false,
			advice: 'Check the base URL in the credential.',
		});
	}
	const extension = extensionOfType(type);
	const called = given ?? (extension === undefined ? name : `${name}.${extension}`);
	const { binary, size } = await store(context, body, { name: called, mimeType: type });
	return { file: { binary, fileName: called, mimeType: type, fileSize: size } };
}

/** The file of an answer as an item. */
export function fileItem(
	{ binary, ...facts }: Extract<Received, { file: unknown }>['file'],
	property: string,
) {
	return [{ json: facts, binary: { [property]: binary } }];
}

export const outputField = () =>
	text({
		displayName: 'Put Output File in Field',
		default: 'data',
		placeholder: 'e.g. data',
		trim: true,
		hint: 'The name of the output binary field to put the file in',
		description: 'Name of the binary field of the output that receives the file',
	});
