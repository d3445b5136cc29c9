import type { Outgoing } from '../core/deliveries.ts';
import { addressOf, type Person } from '../core/people.ts';
import type { StoredMessage } from '../core/store.ts';
import { noteMessage } from './contact.ts';
import { optedInBy, optRulesOf } from './optRules.ts';
import { business } from './record.ts';
import { sendAll } from './send.ts';
import type { HeltarWorld } from './settings.ts';
import { publicLink } from './storage.ts';
import { inboundWebhooks } from './webhooks.ts';

/** A customer's message reaches Heltar: the record, the contact, and what goes out to the webhooks. */
export function onInbound(world: HeltarWorld, message: StoredMessage, person: Person): Outgoing[] {
	const redelivered = Object.keys(message.record).length > 0;
	if (!redelivered) {
		world.messages.update(message.id, { record: inboundRecord(world, message, person) });
		noteMessage(world, person, message);
	}
	const optedIn = optedInBy(world, message.text) ?? person.optedIn;
	if (optedIn !== person.optedIn) {
		if (!optedIn) confirmOptOut(world, person);
		world.people.change(person.number, { optedIn });
	}
	return inboundWebhooks(world, message, person);
}

/** The last message to somebody who opts out, where the account has set one. */
function confirmOptOut(world: HeltarWorld, person: Person): void {
	const template = optRulesOf(world)?.templatePayload;
	if (!template) return;
	sendAll(world, [
		{ clientWaNumber: addressOf(person), messageType: 'template', ...template, variables: [] },
	]);
}

function inboundRecord(world: HeltarWorld, message: StoredMessage, person: Person): Record<string, unknown> {
	const { raw, type } = message;
	const context = raw.context as { id?: string; from?: string } | undefined;
	const shared = {
		clientWaNumber: addressOf(person),
		phoneNumberId: business.phoneNumberId,
		context: context?.id ? { id: context.id, from: context.from ?? business.displayPhoneNumber } : null,
		reaction: null,
	};
	const media = raw[type] as
		| { id?: string; mime_type?: string; sha256?: string; caption?: string }
		| undefined;
	const file = media?.id === undefined ? undefined : world.files.get(media.id);
	if (!file)
		return {
			...shared,
			type,
			body: message.text,
			...(typeof raw[type] === 'object' && type !== 'text' && { [type]: raw[type] }),
		};
	return {
		...shared,
		type: 'media',
		name: file.name,
		caption: media?.caption ?? '',
		mimeType: file.mimeType,
		size: file.size,
		sha256: media?.sha256,
		awsLink: publicLink(world, file),
		awsLinkAt: message.at + world.settings.mediaDelayMs,
		...((type === 'image' || type === 'video' || type === 'sticker') && {
			dimensions: { width: 640, height: 480 },
		}),
	};
}
