/** Whether an address may be a user's own choice: https, or plain http on this machine, which is how a sandbox is reached. */
export function isSafeAddress(url: URL): boolean {
	return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
}

/** Whether an address leads to this very machine. */
export function isLoopback({ hostname }: URL): boolean {
	const bytes = bytesOf(hostname);
	if (bytes === undefined) return hostname === 'localhost';
	return ipv4In(bytes)?.[0] === 127 || bytes.join() === LOOPBACK_V6;
}

const LOOPBACK_V6 = [...new Array<number>(15).fill(0), 1].join();

/**
 * What speaks against an address that came from outside, in words that read on after its host; undefined when nothing
 * does. Whoever writes such an address must not be able to reach what only this machine can reach: n8n itself, its
 * network, a cloud's metadata service. Only the address as it is written is looked at here; what a name leads to, see
 * link.ts.
 * @param local whether the provider itself runs on this machine, as a sandbox does: then its files may, too
 */
export function outsideProblem(url: URL, { local }: { local: boolean }): string | undefined {
	if (isLoopback(url)) return local ? undefined : 'which is this machine itself';
	if (url.protocol !== 'https:') return 'which is not reached over https';
	return isPublicHost(url.hostname) ? undefined : 'which is not a public address';
}

/**
 * What speaks against a link that is to be fetched by others, in words that stand after the name of its field;
 * undefined when nothing does. One to this machine is for a sandbox to fetch.
 */
export function linkProblem(link: string): string | undefined {
	if (!URL.canParse(link)) return `"${link}" is not a web address`;
	const url = new URL(link);
	if (!isSafeAddress(url)) return 'must start with https://';
	const problem = outsideProblem(url, { local: true });
	return problem && `leads to ${url.host}, ${problem}`;
}

function isPublicHost(hostname: string): boolean {
	const bytes = bytesOf(hostname);
	if (bytes === undefined) return isPublicName(hostname);
	const embedded = ipv4In(bytes);
	if (embedded) return isPublicV4(embedded);
	return isWithin(bytes, PUBLIC_V6) && !SPECIAL_V6.some((network) => isWithin(bytes, network));
}

/** Endings of names that no public name server knows (RFC 6761, RFC 6762, RFC 8375, ICANN on "internal"). */
const INNER_NAMES =
	/(^|\.)(localhost|local|localdomain|internal|intranet|private|lan|home|corp|home\.arpa|test|invalid)$/;

function isPublicName(hostname: string): boolean {
	const name = hostname.toLowerCase().replace(/\.$/, '');
	return name.includes('.') && !INNER_NAMES.test(name);
}

type Network = readonly [start: readonly number[], bits: number];

/** Not for the public (IANA IPv4 Special-Purpose Address Registry; multicast and reserved: RFC 1112). */
const SPECIAL_V4: readonly Network[] = [
	[[0], 8],
	[[10], 8],
	[[100, 64], 10],
	[[127], 8],
	[[169, 254], 16],
	[[172, 16], 12],
	[[192, 0, 0], 24],
	[[192, 0, 2], 24],
	[[192, 88, 99], 24],
	[[192, 168], 16],
	[[198, 18], 15],
	[[198, 51, 100], 24],
	[[203, 0, 113], 24],
	[[224], 3],
];

/** Global unicast, without what stands in it for something else (IANA IPv6 Special-Purpose Address Registry). */
const PUBLIC_V6: Network = [[0x20], 3];
const SPECIAL_V6: readonly Network[] = [
	[[0x20, 0x01, 0x00], 23],
	[[0x20, 0x01, 0x0d, 0xb8], 32],
	[[0x20, 0x02], 16],
	[[0x3f, 0xff], 20],
];

const isPublicV4 = (bytes: readonly number[]) => !SPECIAL_V4.some((network) => isWithin(bytes, network));

/** Forms of IPv6 that stand for an IPv4 address: mapped (RFC 4291) and translated (RFC 6052). */
const V4_WITHIN_V6: readonly Network[] = [
	[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff], 96],
	[[0x00, 0x64, 0xff, 0x9b], 96],
];

function ipv4In(bytes: readonly number[]): readonly number[] | undefined {
	if (bytes.length === 4) return bytes;
	return V4_WITHIN_V6.some((network) => isWithin(bytes, network)) ? bytes.slice(12) : undefined;
}

function isWithin(bytes: readonly number[], [start, bits]: Network): boolean {
	return bytes.every((byte, at) => {
		const count = Math.min(8, Math.max(0, bits - at * 8));
		const mask = 0xff & (0xff << (8 - count));
		return (byte & mask) === ((start[at] ?? 0) & mask);
	});
}

/** The bytes of an IP address as `URL` writes it, however it was written before; undefined for a name. */
function bytesOf(hostname: string): number[] | undefined {
	if (/^\d+\.\d+\.\d+\.\d+$/.test(hostname)) return hostname.split('.').map(Number);
	if (!hostname.startsWith('[')) return undefined;
	const [before, after] = hostname.slice(1, -1).split('::');
	const groups = (half: string | undefined) => (half ? half.split(':') : []);
	const missing = 8 - groups(before).length - groups(after).length;
	const all = [...groups(before), ...new Array<string>(missing).fill('0'), ...groups(after)];
	return all.flatMap((group) => [parseInt(group, 16) >> 8, parseInt(group, 16) & 0xff]);
}
