import type { Endpoint } from '../../core/http/endpoint';
import { splitRoute } from '../../core/http/endpoint';

/** What can be picked for a key by itself (Heltar API, "Authentication: scopes"). Everything else comes with presets only. */
const PICKED: ReadonlySet<string> = new Set([
	'messages',
	'clients',
	'templates',
	'campaigns',
	'chatbots',
	'groups',
	'calls',
	'schedule',
	'org',
	'embed',
	'journeys',
]);

const WHERE = 'Keys are made in Heltar under Settings → API Key.';

/**
 * What to do about a call that Heltar allowed the key not to make: the scope it needs, and where a key gets it.
 * @param text Heltar's own, which names the scope where it is about one
 */
export function scopeAdvice(text: string, endpoint: Endpoint): string {
	const [, named] = /\(([\w-]+:\w+)\)/.exec(text) ?? [];
	const scope = named ?? scopeOf(endpoint);
	const [area = '', right] = scope.split(':');
	const use = PICKED.has(area)
		? `Use a Full-access key, or one with the scope ${scope}.`
		: `Use a Full-access key${right === 'read' ? ' or a Read-only one' : ''}, as ${scope} cannot be picked by itself.`;
	const isAboutScope = named !== undefined || /scope/i.test(text);
	const what = isAboutScope
		? 'The key is valid but lacks a scope.'
		: 'The key is valid but may lack a scope.';
	return `${what} ${use} ${WHERE}`;
}

/** The first part of the path behind the version; `GET` reads, everything else writes. */
function scopeOf({ route }: Endpoint): string {
	const { method, path } = splitRoute(route);
	return `${path.split('/')[2]}:${method === 'GET' ? 'read' : 'write'}`;
}
