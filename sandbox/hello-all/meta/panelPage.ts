import { randomBytes } from 'node:crypto';
import axios from 'axios';
import type { WebhookPage } from '../../core/provider.ts';
import { acceptableUrl, isLoopback } from '../../core/loopback.ts';
import type { HelloAllSettings, HelloAllWorld } from '../settings.ts';
import { PANEL_EVENTS, panelWebhooks, type PanelEvent } from './panelWebhooks.ts';

/** Ticked unless the person says otherwise: most panels leave the copies of sent messages out. */
const TICKED: PanelEvent[] = ['incoming', 'status', 'other'];
const TIME_LIMIT_MS = 10_000;

/** The panel's page of webhooks: Channels, the channel, Webhooks, Add. */
export const webhookPage: WebhookPage<HelloAllSettings> = {
	events: PANEL_EVENTS,
	save: async (world, url, events = TICKED) => {
		const refused = await shakeHands(world, url);
		if (refused !== null) return { refused };
		panelWebhooks(world).put(url, { url, events: events as PanelEvent[] });
		world.deliveries.forgive(world.provider.name, url);
		world.emit('webhook', { url, events });
		return null;
	},
	remove: (world, url) => {
		const removed = panelWebhooks(world).delete(url);
		if (removed) world.emit('webhook', { url, deleted: true });
		return removed;
	},
};

/**
 * Asks the receiver to echo a value, under the name panels of this family misspell, and beside whatever the URL's
 * own query says. Null when it did; else what was wrong.
 */
async function shakeHands(world: HelloAllWorld, address: string): Promise<string | null> {
	const url = acceptableUrl(address);
	if (!url) return 'The URL must be a public https address';
	if (!isLoopback(url.hostname))
		return 'The sandbox asks nobody beyond this machine, so it cannot save this URL';
	const challange = randomBytes(3).toString('hex').toUpperCase();
	const { metaHandshake: how } = world.settings;
	const question = { ...(how === 'echo' && { echo: 'true' }), challange };
	const options = {
		timeout: TIME_LIMIT_MS,
		proxy: false as const,
		maxRedirects: 0,
		responseType: 'text' as const,
		transformResponse: (body: unknown) => body,
		validateStatus: () => true,
	};
	try {
		const answer = await (how === 'post'
			? axios.post<string>(address, question, options)
			: axios.get<string>(address, { ...options, params: question }));
		if (answer.status !== 200) return `The URL answered the challenge with status ${answer.status}, not 200`;
		const type = String(answer.headers['content-type'] ?? '');
		if (!/^text\/plain\b/i.test(type)) return `The URL answered as ${type || 'nothing'}, not as text/plain`;
		return answer.data === challange ? null : 'The URL did not answer with the bare value of challange';
	} catch (error) {
		return `The URL cannot be reached: ${error instanceof Error ? error.message : String(error)}`;
	}
}
