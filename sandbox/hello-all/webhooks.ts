import type { DeliveryRules, Outgoing } from '../core/deliveries.ts';
import type { Person } from '../core/people.ts';
import type { RegisteredWebhook } from '../core/provider.ts';
import type { StoredMessage } from '../core/store.ts';
import { cloudEnvelope, inboundValue, statusValue } from '../platform/envelope.ts';
import { business } from './business.ts';
import { onPremisesInbound, onPremisesStatus } from './onPremises.ts';
import type { HelloAllWorld } from './settings.ts';

/** The one webhook of the number. */
export interface Webhook {
	url: string;
	headers: Record<string, string>;
	/** How the receiver took the handshake; missing until it answered. */
	handshake?: Handshake;
}

export interface Handshake {
	/** HTTP status; null when nobody answered. */
	status: number | null;
	/** Whether the value came back as it was sent. */
	echoed: boolean;
}

const KEY = 'current';
const stored = (world: HelloAllWorld) => world.collection<Webhook>('webhook');

export const currentWebhook = (world: HelloAllWorld): Webhook | undefined => stored(world).get(KEY);

/** Puts a webhook in place of whatever was there; undefined: none. */
export function storeWebhook(world: HelloAllWorld, webhook: Webhook | undefined): void {
	if (webhook) stored(world).put(KEY, webhook);
	else stored(world).delete(KEY);
	if (webhook) world.deliveries.forgive(world.provider.name, webhook.url);
	world.emit('webhook', webhook ?? { deleted: true });
}

export function registeredWebhooks(world: HelloAllWorld): RegisteredWebhook[] {
	const webhook = currentWebhook(world);
	return webhook ? [{ isEnabled: true, ...webhook }] : [];
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The 360dialog family: growing waits, about a day in all, after anything but a 2xx. */
export function deliveryRules(world: HelloAllWorld): DeliveryRules {
	return {
		timeoutMs: 10 * SECOND,
		retryDelays: () => [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, HOUR, 6 * HOUR, 16 * HOUR],
		retriesOn: () => true,
		isActive: (url) => currentWebhook(world)?.url === url,
	};
}

function toWebhook(world: HelloAllWorld, about: Outgoing['about'], body: () => object): Outgoing[] {
	const webhook = currentWebhook(world);
	return webhook ? [{ url: webhook.url, headers: webhook.headers, body: JSON.stringify(body()), about }] : [];
}

export function inboundWebhooks(world: HelloAllWorld, message: StoredMessage, person: Person): Outgoing[] {
	return toWebhook(world, { event: 'message', id: message.id }, () =>
		world.settings.answer === 'cloud'
			? cloudEnvelope(business, inboundValue(message, person))
			: onPremisesInbound(message, person),
	);
}

export function statusWebhooks(world: HelloAllWorld, message: StoredMessage, person: Person): Outgoing[] {
	return toWebhook(world, { event: message.status, id: message.id }, () => {
		const value = statusValue(message, person, Date.now());
		return world.settings.answer === 'cloud' ? cloudEnvelope(business, value) : onPremisesStatus(value);
	});
}
