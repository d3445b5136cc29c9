import type { DeliveryReport } from '../core/deliveries.ts';
import type { Person } from '../core/people.ts';
import type { CoreSettings } from '../core/provider.ts';
import type { StoredMessage, WhatsAppErrorObject } from '../core/store.ts';
import type { World } from '../core/world.ts';
import { statusError, UNDELIVERABLE } from './errors.ts';

/** How long WhatsApp takes, in milliseconds after it accepted a message. */
const SENT_AFTER = 20;
const DELIVERED_AFTER = 120;

/** Takes accepted messages to their customers: `sent`, then `delivered`, each told to the webhooks. */
export function carry<S extends CoreSettings>(world: World<S>, messages: StoredMessage[]): void {
	if (messages.length === 0) return;
	const people = new Map<string, Person>();
	for (const { number } of messages) people.set(number, world.people.resolve(number));
	const reaches = (message: StoredMessage) => people.get(message.number)?.onWhatsApp !== false;
	const arrives = (message: StoredMessage) => reaches(message) && !people.get(message.number)?.blocksBusiness;
	world.timers.later(SENT_AFTER, () => {
		progress(world, messages.filter(reaches), 'sent');
		progress(
			world,
			messages.filter((message) => !reaches(message)),
			'failed',
			[statusError(UNDELIVERABLE)],
		);
	});
	world.timers.later(DELIVERED_AFTER, () => progress(world, messages.filter(arrives), 'delivered'));
}

const ORDER = ['waiting', 'sent', 'delivered', 'read'];

/** Moves on those that are not further already (the phone page may have shown one as read in between). */
function progress<S extends CoreSettings>(
	world: World<S>,
	messages: StoredMessage[],
	status: string,
	errors?: WhatsAppErrorObject[],
): void {
	world.store.transaction(() => {
		for (const { id } of messages) {
			const current = world.messages.find(id);
			if (!current || current.status === 'failed') continue;
			if (status !== 'failed' && ORDER.indexOf(current.status) >= ORDER.indexOf(status)) continue;
			void moveTo(world, current, status, errors);
		}
	});
}

/** Gives a message its new status and tells the webhooks. */
export async function moveTo<S extends CoreSettings>(
	world: World<S>,
	message: StoredMessage,
	status: string,
	errors: WhatsAppErrorObject[] | null = null,
): Promise<DeliveryReport[]> {
	world.messages.setStatus(message.id, status, errors);
	const moved = { ...message, status, errors };
	world.emit('status', { id: message.id, number: message.number, status, ...(errors && { errors }) });
	const person = world.people.resolve(message.number);
	return await world.deliver(world.provider.webhooks.status(world, moved, person, errors ?? undefined));
}
