import type { Download } from './download';
import { toDownload } from './download';
import { Refused } from './errors';
import type { PlainAnswer } from './plainCall';
import { MUST_BE_PUBLIC, plainCall, publicAddress } from './plainCall';
import type { ProviderHttp } from './providerHttp';
import type { Caller } from './request';
import { readRefusal } from './stream';

const FIRST_BYTE_MS = 60_000;
const MOST_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Opens a file behind a public link. Redirects are followed here, one by one, so that each is looked at.
 * @param http of the provider the node works for; only where its base URL is on this machine may the file be, too
 * @throws Refused, NoUsableResponse
 */
export async function openLink(
	caller: Caller,
	http: ProviderHttp,
	address: string,
	{ signal, timeoutMs = FIRST_BYTE_MS }: { signal?: AbortSignal; timeoutMs?: number } = {},
): Promise<Download> {
	let next = address;
	for (let hop = 0; ; hop++) {
		const url = await publicAddress(caller, http, next);
		const answer = await plainCall(
			caller,
			{
				method: 'GET',
				url: url.href,
				encoding: 'stream',
				// A compressed answer would hide the size of the file.
				headers: { Accept: '*/*', 'Accept-Encoding': 'identity' },
				timeout: timeoutMs,
			},
			signal,
		);
		if (answer.statusCode >= 200 && answer.statusCode < 300) return toDownload(answer);
		await readRefusal(answer.body);
		const further = nextAddress(answer, url);
		if (!further || hop === MOST_REDIRECTS) {
			throw new Refused(
				further
					? `The link redirects more than ${MOST_REDIRECTS} times`
					: `${url.host} returned HTTP status ${answer.statusCode}`,
				{ httpStatus: answer.statusCode, advice: MUST_BE_PUBLIC },
			);
		}
		next = further;
	}
}

function nextAddress({ statusCode, headers }: PlainAnswer, from: URL): string | undefined {
	const { location } = headers;
	if (!REDIRECTS.has(statusCode) || typeof location !== 'string') return undefined;
	return URL.canParse(location, from.href) ? new URL(location, from).href : undefined;
}
