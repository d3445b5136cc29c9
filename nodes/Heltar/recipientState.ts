import type { IDataObject } from 'n8n-workflow';

import { isNotFound } from '../../core/http/errors';
import { Skip } from '../../core/run/skip';
import type { Tools } from '../../core/run/operation';
import { INSTEAD } from '../../core/run/operation';
import { comparableId } from '../../whatsapp/sameNumber';
import { wantsTemplate } from '../shared/closedWindow';
import { hasWindow, windowOf } from './conversationWindow';
import { endpoints } from './endpoints';

/** How many contacts are read at once; single contacts are in none of Heltar's limits (Heltar API, "Rate limits"). */
export const CONTACTS_AT_ONCE = 10;

const skipsOptedOut = (options: unknown): boolean =>
	(options as { skipOptedOut?: boolean } | undefined)?.skipOptedOut ?? false;

/** Whether what is sent depends on what Heltar knows of the recipient. */
export const needsRecipientState = (values: Record<string, unknown>): boolean =>
	wantsTemplate(values) || skipsOptedOut(values.options);

/**
 * Decides by the contact's record what is sent: the message, or the template because the 24-hour window is closed. It is read
 * once for each person of a run. To blocked contacts and to those who opted out no template is sent in place of a text, because
 * it would not arrive either: Heltar refuses the text and says why.
 * @throws Skip where nothing is sent
 */
export async function sentInstead(
	values: Record<string, unknown>,
	tools: Tools,
): Promise<typeof INSTEAD | undefined> {
	const clientWaNumber = String(values.clientWaNumber);
	if (!needsRecipientState(values) || !hasWindow(clientWaNumber)) return undefined;
	const { isOpen, hasOptedOut, isBlocked } = await tools.shared(
		`contact ${comparableId(clientWaNumber)}`,
		async () => await readState(clientWaNumber, tools),
	);
	if (hasOptedOut && skipsOptedOut(values.options)) {
		throw new Skip('This contact has opted out of messages', { clientWaNumber });
	}
	if (isOpen || hasOptedOut || isBlocked || !wantsTemplate(values)) return undefined;
	// Where the first parts of a text were sent before, a template in place of the rest would leave a gap.
	return tools.partIndex === 0 ? INSTEAD : undefined;
}

async function readState(clientWaNumber: string, { call }: Tools) {
	const contact = await call({
		endpoint: endpoints.getContact,
		params: { clientWaNumber },
		effect: 'read',
	}).catch(unknownContact);
	const { optedIn, isBlocked, ...record } = (contact ?? {}) as IDataObject;
	return {
		isOpen: Boolean(windowOf({ ...record, clientWaNumber }).windowOpenUntil),
		hasOptedOut: optedIn === false,
		isBlocked: isBlocked === true,
	};
}

/** Somebody Heltar does not know has never written. */
function unknownContact(error: unknown): undefined {
	if (isNotFound(error)) return undefined;
	throw error;
}
