import { randomUUID } from 'node:crypto';
import type { StoredMessage } from '../core/store.ts';
import { renderContacts, renderInteractive, renderLocation, renderMedia } from '../platform/render.ts';
import type { RenderedTemplate } from '../platform/templates.ts';
import { recipientOf, type SendMessage } from './messageSchema.ts';
import type { HeltarWorld } from './settings.ts';

/** WhatsApp's type word of an outgoing message. */
export const typeOf = (message: SendMessage): string =>
	message.messageType === 'media' ? message.mediaType : message.messageType;

/** Plain rendering of an outgoing message. */
export function textOf(message: SendMessage, rendered?: RenderedTemplate): string {
	switch (message.messageType) {
		case 'text':
			return message.message;
		case 'media':
			return renderMedia(message.mediaType, { caption: message.caption, filename: message.name });
		case 'location':
			return renderLocation(message.location);
		case 'contacts':
			return renderContacts(message.contacts);
		case 'interactive':
			return renderInteractive(message.interactive);
		case 'template':
			return rendered?.body ?? message.templateContent ?? `[template ${message.templateName}]`;
	}
}

/** What Heltar keeps of an outgoing message, less id, status and time, which change. */
export function recordOf(
	world: HeltarWorld,
	message: SendMessage,
	campaign: string | null,
	rendered?: RenderedTemplate,
): Record<string, unknown> {
	const shared = {
		clientWaNumber: recipientOf(message),
		phoneNumberId: business.phoneNumberId,
		context: contextOf(world, message),
		reaction: null,
		advertisementId: null,
		sentByName: null,
		...(message.isPrivate && { metaData: { isPrivate: true } }),
	};
	switch (message.messageType) {
		case 'text':
			return { ...shared, type: 'text', body: message.message };
		case 'media': {
			const { name, size = null, mimeType, url, caption = null } = message;
			return { ...shared, type: 'media', name, size, mimeType, sha256: 'temp', awsLink: url, caption };
		}
		case 'interactive': {
			const body = (message.interactive.body as { text?: string } | undefined)?.text ?? null;
			return { ...shared, type: 'interactive', body, interactive: message.interactive, awsLink: null };
		}
		case 'location':
			return { ...shared, type: 'location', location: message.location };
		case 'contacts':
			return { ...shared, type: 'contacts', contacts: message.contacts };
		case 'template':
			return {
				...shared,
				type: 'template',
				templateName: message.templateName,
				langCode: message.languageCode,
				campaignId: campaign,
				body: rendered?.body ?? message.templateContent ?? null,
				awsLink: rendered?.header?.link ?? null,
				mimeType: null,
				buttons: rendered && rendered.buttons.length > 0 ? rendered.buttons : null,
				...(rendered && { rendered }),
				...(campaign && { id: randomUUID() }),
			};
	}
}

function contextOf(world: HeltarWorld, message: SendMessage): { id: string; from: string } | null {
	if (message.messageType === 'template' || message.contextId === undefined) return null;
	const quoted = world.messages.find(message.contextId);
	return quoted
		? { id: quoted.id, from: quoted.direction === 'in' ? quoted.number : business.displayPhoneNumber }
		: { id: message.contextId, from: '' };
}

/** The record as history, look-up and search show it. */
export function showRecord(world: HeltarWorld, message: StoredMessage): Record<string, unknown> {
	const { awsLinkAt, ...record } = message.record as { awsLinkAt?: number; rendered?: RenderedTemplate };
	// Kept for the phone page; Heltar shows no such field.
	delete record.rendered;
	const late = awsLinkAt !== undefined && Date.now() < awsLinkAt;
	const current = world.settings.generation === 2026;
	return {
		wamid: message.id,
		...(current && { hemid: message.altId }),
		timestamp: new Date(message.at).toISOString(),
		status: message.status,
		...(current ? record : inOlderForm(record)),
		...(late && { awsLink: '' }),
		...(message.errors && {
			failureReason: message.errors[0]?.error_data?.details ?? message.errors[0]?.title,
		}),
	};
}

/** Records of 2023 have the name of a template in `name`, and the mark of a private note at the top. */
function inOlderForm({
	templateName,
	metaData,
	...record
}: Record<string, unknown>): Record<string, unknown> {
	const { isPrivate } = (metaData ?? {}) as { isPrivate?: boolean };
	return {
		...(templateName !== undefined && { name: templateName }),
		...(isPrivate && { isPrivate }),
		...record,
	};
}

/** The business account this sandbox plays. */
export const business = {
	id: 1,
	name: 'Example Traders',
	wabaId: '104500200300400',
	phoneNumberId: '106600700800900',
	displayPhoneNumber: '918000000001',
};
