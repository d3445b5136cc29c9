import type { IBinaryData, IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';

import { NoUsableResponse } from '../http/errors';
import type { ByteStream } from '../http/stream';
import { watch } from './watch';

/** Contexts that can keep a file: a node that runs, and a trigger that takes in a delivery. */
export type FileCaller = IExecuteFunctions | IWebhookFunctions;

/**
 * Takes a stream into n8n's binary store; in n8n's file system mode it goes to the disk as it arrives.
 * @param most breaks off what is longer, in bytes
 * @param signal ends it early
 * @throws NoUsableResponse when the stream breaks off or is empty
 */
export async function store(
	caller: FileCaller,
	body: ByteStream,
	file: { name?: string; mimeType?: string; most?: number; signal?: AbortSignal },
): Promise<{ binary: IBinaryData; size: number }> {
	const { name, mimeType, most, signal } = file;
	const giveUp = () => body.destroy(new Error('The time limit was reached before the file was received'));
	signal?.addEventListener('abort', giveUp, { once: true });
	try {
		const seen = watch(body, { most });
		const stored = await caller.helpers
			.prepareBinaryData(body, name, mimeType)
			.catch((error: Error) => broken(error.message));
		if (stored instanceof NoUsableResponse) throw stored;
		if (seen.bytes === 0) throw broken('it is empty');
		return { binary: stored, size: seen.bytes };
	} finally {
		signal?.removeEventListener('abort', giveUp);
	}
}

/** Only the reason is taken over: a request's error holds the whole request. */
export const broken = (reason: string) =>
	new NoUsableResponse(`The file was not received completely: ${reason}`, {
		mayHaveHappened: false,
		advice: 'Try again.',
	});
