import type { IBinaryData } from 'n8n-workflow';

import type { FileCaller } from '../../core/binary/store';
import { store } from '../../core/binary/store';
import { accountOf } from '../../core/http/account';
import type { HttpAnswer } from '../../core/http/answer';
import { fromCall } from '../../core/http/callFacts';
import type { Download } from '../../core/http/download';
import { toDownload } from '../../core/http/download';
import { NoUsableResponse } from '../../core/http/errors';
import { withoutSecrets } from '../../core/http/masking';
import { readRefusal } from '../../core/http/stream';
import { cleanFileName, extensionOfType, knownMimeType, mimeTypeOfName } from '../../whatsapp/media';
import { textAt } from './answers';
import { endpoints } from './endpoints';
import { helloAll } from './http';

export interface ReceivedFile {
	binary: IBinaryData;
	fileName: string;
	mimeType: string;
	/** Bytes. */
	fileSize: number;
}

/** A file that came, or the message that came in its place. */
export type Received = { file: ReceivedFile } | { answer: unknown };

/** What is known of a file before it comes. */
export interface ExpectedFile {
	/** For a file that comes without one; its type's extension is added. */
	name: string;
	/** How its type has to begin, where a page of text is a mistake. */
	kind?: string;
	/** What the message says of it, which counts for more than what the download says. */
	sent?: { fileName?: string; mimeType?: string };
	signal?: AbortSignal;
}

/**
 * Takes an answer that should be a file into n8n's store. JSON without a file name is the provider speaking.
 * @throws Refused, NoUsableResponse
 */
export async function receive(
	caller: FileCaller,
	answer: HttpAnswer,
	expected: ExpectedFile,
): Promise<Received> {
	if (answer.body === undefined) {
		throw new NoUsableResponse('Hello All answered without a file', { mayHaveHappened: false });
	}
	const download = toDownload(answer);
	const isMessage = /^application\/json\b/i.test(download.mimeType ?? '');
	if (isMessage && cleanFileName(download.fileName) === undefined) {
		const { secrets } = await accountOf(caller, helloAll);
		const message = withoutSecrets(await readRefusal(download.body), secrets);
		const refusal = helloAll.refusal({ ...answer, body: message }, endpoints.getMedia);
		if (refusal) throw fromCall(refusal, answer.call);
		return { answer: message };
	}
	return { file: await keep(caller, download, expected) };
}

/** Takes a download into n8n's store. @throws NoUsableResponse */
export async function keep(
	caller: FileCaller,
	{ body, mimeType, fileName }: Download,
	{ name, kind = '', sent = {}, signal }: ExpectedFile,
): Promise<ReceivedFile> {
	const given = cleanFileName(sent.fileName) ?? cleanFileName(fileName);
	const served = knownMimeType(mimeType);
	if (served !== undefined && !served.startsWith(kind) && served.startsWith('text/')) {
		await readRefusal(body);
		throw new NoUsableResponse('Hello All answered with an unexpected page', {
			mayHaveHappened: false,
			advice: 'Check the base URL in the credential.',
		});
	}
	const type = knownMimeType(sent.mimeType) ?? served ?? mimeTypeOfName(given) ?? 'application/octet-stream';
	const extension = extensionOfType(type);
	const called = given ?? (extension === undefined ? name : `${name}.${extension}`);
	const { binary, size } = await store(caller, body, { name: called, mimeType: type, signal });
	return { binary, fileName: called, mimeType: type, fileSize: size };
}

/** The link in a message that came in place of a file. */
export const linkIn = (answer: unknown): string | undefined =>
	textAt(answer, 'url', 'link', 'data.url', 'data.link');

/** The file of an answer as an item. */
export function fileItem({ binary, ...facts }: ReceivedFile, property: string) {
	return [{ json: facts, binary: { [property]: binary } }];
}
