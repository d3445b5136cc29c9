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
	const journeys = messages.map((message) => ({ message, person: world.people.resolve(message.number) }));
	const reaching = journeys.filter(({ person }) => person.onWhatsApp);
	const failing = journeys.filter(({ person }) => !person.onWhatsApp);
	const arriving = reaching.filter(({ person }) => !person.blocksBusiness);
	world.timers.later(SENT_AFTER, () => {
		progress(world, reaching, 'sent', ['waiting']);
		progress(world, failing, 'failed', ['waiting'], [statusError(UNDELIVERABLE)]);
	});
	world.timers.later(DELIVERED_AFTER, () => progress(world, arriving, 'delivered', ['waiting', 'sent']));
}

/** Moves on those that still stand where expected: the phone page may have shown one as read in between. */
function progress<S extends CoreSettings>(
	world: World<S>,
	journeys: Array<{ message: StoredMessage; person: Person }>,
	status: string,
	from: string[],
	errors: WhatsAppErrorObject[] | null = null,
): void {
	world.store.transaction(() => {
		for (const { message, person } of journeys)
			if (world.messages.advance(message.id, from, status, errors))
				void tell(world, { ...message, status, errors }, person);
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
	return await tell(world, { ...message, status, errors }, world.people.resolve(message.number));
}

async function tell<S extends CoreSettings>(
	world: World<S>,
	message: StoredMessage,
	person: Person,
): Promise<DeliveryReport[]> {
	const { id, number, status, errors } = message;
	world.emit('status', { id, number, status, ...(errors && { errors }) });
	return await world.deliver(world.provider.webhooks.status(world, message, person, errors ?? undefined));
}
