import { addressOf, type Person } from '../core/people.ts';
import type { StoredMessage } from '../core/store.ts';
import { newMessageId } from '../platform/ids.ts';
import { business } from './record.ts';
import type { HeltarWorld } from './settings.ts';

/**
 * A private message that Heltar itself writes into a conversation, such as the one that marks a cleared session. It is
 * never sent and stays at "waiting".
 */
export function addNote(
	world: HeltarWorld,
	person: Person,
	text: string,
	{ at = Date.now(), ...marks }: { at?: number; isSessionClear?: true } = {},
): StoredMessage {
	return world.messages.add({
		id: newMessageId('out', person.number),
		number: person.number,
		direction: 'out',
		type: 'text',
		text,
		status: 'waiting',
		at,
		raw: { clientWaNumber: addressOf(person), messageType: 'text', message: text, isPrivate: true },
		record: {
			clientWaNumber: addressOf(person),
			phoneNumberId: business.phoneNumberId,
			context: null,
			reaction: null,
			advertisementId: null,
			sentByName: null,
			type: 'text',
			body: text,
			metaData: { isPrivate: true, ...marks },
		},
		hidden: true,
	});
}
