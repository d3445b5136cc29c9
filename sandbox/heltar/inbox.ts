import type { Person } from '../core/people.ts';
import type { StoredMessage } from '../core/store.ts';
import { addressOf } from '../core/people.ts';
import { sendAll } from './send.ts';
import type { HeltarWorld } from './settings.ts';

/** A team member writes a text in Heltar's inbox: the record has their name, which no message sent over the API has. */
export function writeInInbox(
	world: HeltarWorld,
	person: Person,
	{ text, by }: { text: string; by: string },
): StoredMessage | { refused: string } {
	const [outcome] = sendAll(world, [
		{ clientWaNumber: addressOf(person), messageType: 'text', message: text },
	]);
	if (!outcome?.ok) return { refused: JSON.stringify(outcome?.errorData ?? null) };
	const { id, record } = outcome.message;
	world.messages.update(id, { record: { ...record, sentByName: by } });
	return outcome.message;
}
