import type { IDataObject } from 'n8n-workflow';

import { momentOf } from '../../core/fields/moment';

/** Heltar's clock and this one differ a little, and a message takes its time: a window that closes so soon counts as closed. */
const MARGIN_MS = 30_000;

/** WhatsApp's window is that of one person on WhatsApp: of groups and other channels (`…@rcs`, `…@web`) nothing is said. */
const HAS_WINDOW = /^(\d{7,15}|[A-Za-z]{2}\.(ENT\.)?[A-Za-z0-9]+)$/;

/**
 * Until when a contact can be written to freely, as a part of its output (Heltar API, "Fetch client details",
 * `conversationExpire`: 24 hours after the contact wrote last).
 * @returns `windowOpenUntil` in ISO and UTC, or null while the window is closed, which it also is for a contact who never
 * wrote (the end is in the past then) and where the contact does not say. Nothing for a group and for other channels.
 */
export function windowOf({ clientWaNumber, conversationExpire }: IDataObject, now = Date.now()): IDataObject {
	if (!HAS_WINDOW.test(String(clientWaNumber))) return {};
	const end = momentOf(conversationExpire, 'UTC');
	const isOpen = end !== undefined && end > now + MARGIN_MS;
	return { windowOpenUntil: isOpen ? new Date(end).toISOString() : null };
}
