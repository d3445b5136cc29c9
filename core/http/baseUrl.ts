import { isSafeAddress } from './address';
import { BadInput } from './errors';

const AT = { name: 'baseUrl', label: 'Base URL' };

/**
 * A base URL as users type it, made usable: without what stands behind the path, without trailing slashes and without the
 * version prefix that every path starts with anyway. Plain http is taken for loopback hosts only (the sandbox).
 * @throws BadInput
 */
export function cleanBaseUrl(typed: unknown, fallback: string): string {
	const given = typeof typed === 'string' && typed.trim() !== '' ? typed.trim() : fallback;
	const trimmed = given
		.replace(/[?#].*$/s, '')
		.replace(/\/+$/, '')
		.replace(/\/v1$/, '')
		.replace(/\/+$/, '');
	const isAddress = URL.canParse(trimmed);
	if (isAddress && isSafeAddress(new URL(trimmed))) return trimmed;
	const meant = withHttps(trimmed);
	if (isAddress || meant !== undefined) {
		throw new BadInput('must start with https://', [AT], meant && `Enter ${meant}`);
	}
	throw new BadInput(`"${given}" is not a web address`, [AT], `Enter an address such as ${fallback}`);
}

/** Something like a host, with or without a port and a path: with a dot in it, so that no word is taken for one. */
const HOST = /^[\w-]+(\.[\w-]+)+(:\d+)?(\/|$)/;

/** The address somebody means who left https:// out, mistyped it or took http:// for it; undefined where none is to be seen. */
function withHttps(typed: string): string | undefined {
	const rest = typed.replace(/^\s*(https?)?\s*[:;]*\s*\/*/i, '');
	const meant = `https://${rest}`;
	return HOST.test(rest) && URL.canParse(meant) ? meant : undefined;
}
