import type { Person } from '../core/people.ts';
import type { Provider } from '../core/provider.ts';
import { contactsOf, newContact } from './contact.ts';
import { addNote } from './notes.ts';
import type { HeltarSettings, HeltarWorld } from './settings.ts';

/** Switches the bot of a contact on or off, and leaves Heltar's note of it in the chat. Says why it was refused, if it was. */
export function turnBot(world: HeltarWorld, person: Person, on: boolean): { refused: string } | undefined {
	const contacts = contactsOf(world);
	const contact = contacts.get(person.number) ?? newContact(person);
	if (!on && world.settings.metaAi)
		return { refused: 'The bot cannot be switched off while Meta AI handles this chat' };
	if (on !== contact.isBotReply) addNote(world, person, `Bot is ${on ? 'active' : 'inactive'} from now on`);
	contacts.put(contact.number, { ...contact, isBotReply: on, updatedAt: Date.now() });
	world.emit('customer', { number: contact.number });
	return undefined;
}

export const bot: Provider<HeltarSettings>['bot'] = {
	answers: (world, { number }) => contactsOf(world).get(number)?.isBotReply ?? true,
	turn: turnBot,
};
