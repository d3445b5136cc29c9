/**
 * Whether a host is this machine. The providers demand https of every address a user gives them; plain http is
 * let through for these hosts alone, and no request of the sandbox's own ever goes anywhere else.
 */
export function isLoopback(host: string): boolean {
	const name = host.toLowerCase().replace(/^\[|\]$/g, '');
	return (
		name === 'localhost' ||
		name.endsWith('.localhost') ||
		name === '::1' ||
		/^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(name)
	);
}

/** The parsed address when it is one a provider would accept: https, or http on this machine. */
export function acceptableUrl(text: string): URL | undefined {
	if (!URL.canParse(text)) return undefined;
	const url = new URL(text);
	const fine = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
	return fine ? url : undefined;
}
