import { isSafeAddress } from './address';
import { BadInput } from './errors';

/**
 * A base URL as users type it, made usable: without trailing slashes and without the version prefix that every path
 * starts with anyway. Plain http is taken for loopback hosts only (the sandbox).
 * @throws BadInput
 */
export function cleanBaseUrl(typed: unknown, fallback: string): string {
	const at = { name: 'baseUrl', label: 'Base URL' };
	const given = typeof typed === 'string' && typed.trim() !== '' ? typed.trim() : fallback;
	const trimmed = given.replace(/\/+$/, '').replace(/\/v1$/, '').replace(/\/+$/, '');
	if (!URL.canParse(trimmed)) {
		throw new BadInput(
			`is "${given}", which is not a web address`,
			[at],
			'It looks like https://api.example.com.',
		);
	}
	const url = new URL(trimmed);
	if (!isSafeAddress(url)) {
		throw new BadInput('must start with https://', [at]);
	}
	return trimmed;
}
