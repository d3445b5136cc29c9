import type { Chat } from '../chats.ts';
import type { HelloAllWorld } from '../settings.ts';

/** A chat in the words of the CRM's answers. `justMade`: the answer to its creation, which has a form of its own. */
export function showChat(world: HelloAllWorld, chat: Chat, justMade = false): Record<string, unknown> {
	const { id, number, name, email, createdAt, latestAt } = chat;
	const { crmForm, crmId } = world.settings;
	const documented = crmForm === 'documented';
	const idName = crmId ?? (justMade && !documented ? 'id' : 'chat_id');
	const created_at = new Date(createdAt).toISOString();
	if (documented)
		return { [idName]: id, whatsapp_number: `+${number}`, name, email: email ?? null, created_at };
	if (justMade) return { [idName]: id, whatsapp: number, chat_name: name, email: email ?? null, created_at };
	return {
		[idName]: id,
		name,
		phone: number,
		...(email && { email }),
		created_at,
		last_message_at: new Date(latestAt).toISOString(),
	};
}
