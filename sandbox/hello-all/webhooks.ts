import type { DeliveryRules, Outgoing } from '../core/deliveries.ts';
import type { Person } from '../core/people.ts';
import type { RegisteredWebhook } from '../core/provider.ts';
import type { StoredMessage } from '../core/store.ts';
import { cloudEnvelope, inboundValue, statusValue, templateStatusEnvelope } from '../platform/envelope.ts';
import { templateKey } from '../platform/templates.ts';
import { business } from './business.ts';
import { metaBusiness } from './meta/business.ts';
import { listPanelWebhooks, panelDeliveries } from './meta/panelWebhooks.ts';
import { onPremisesInbound, onPremisesStatus } from './onPremises.ts';
import type { HelloAllWorld } from './settings.ts';
import { templatesOf } from './templates.ts';

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
	return [...(webhook ? [{ isEnabled: true, ...webhook }] : []), ...listPanelWebhooks(world)];
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
		isActive: (url) => registeredWebhooks(world).some((one) => one.url === url),
	};
}

function toWebhook(world: HelloAllWorld, about: Outgoing['about'], body: () => object): Outgoing[] {
	const webhook = currentWebhook(world);
	return webhook ? [{ url: webhook.url, headers: webhook.headers, body: JSON.stringify(body()), about }] : [];
}

export function inboundWebhooks(world: HelloAllWorld, message: StoredMessage, person: Person): Outgoing[] {
	const about = { event: 'message', id: message.id };
	const value = inboundValue(message, person);
	return [
		...toWebhook(world, about, () =>
			world.settings.answer === 'cloud' ? cloudEnvelope(business, value) : onPremisesInbound(message, person),
		),
		...panelDeliveries(world, 'incoming', about, cloudEnvelope(metaBusiness, value)),
	];
}

export function statusWebhooks(world: HelloAllWorld, message: StoredMessage, person: Person): Outgoing[] {
	const about = { event: message.status, id: message.id };
	const value = statusValue(message, person, Date.now());
	return [
		...toWebhook(world, about, () =>
			world.settings.answer === 'cloud' ? cloudEnvelope(business, value) : onPremisesStatus(value),
		),
		...panelDeliveries(world, 'status', about, cloudEnvelope(metaBusiness, value)),
	];
}

/** Told only to URLs saved on the panel's page, where "others" is ticked. */
export function templateWebhooks(world: HelloAllWorld, name: string, language: string): Outgoing[] {
	const template = templatesOf(world).get(templateKey(name, language));
	if (!template) return [];
	const about = { event: 'template', id: template.id };
	return panelDeliveries(world, 'other', about, templateStatusEnvelope(metaBusiness, template));
}

/** What URLs saved on the panel's page learn of a message the business sent, where that is ticked. */
export function outgoingWebhooks(world: HelloAllWorld, person: Person, message: StoredMessage): Outgoing[] {
	const { id, type, at, raw } = message;
	const copy = {
		from: metaBusiness.displayPhoneNumber,
		to: person.number,
		id,
		timestamp: String(Math.floor(at / 1000)),
		type,
		[type]: raw[type],
	};
	const body =
		world.settings.metaOutgoing === 'copy'
			? cloudEnvelope(metaBusiness, { messages: [copy] })
			: cloudEnvelope(metaBusiness, { message_echoes: [copy] }, 'smb_message_echoes');
	return panelDeliveries(world, 'outgoing', { event: 'outgoing', id }, body);
}
