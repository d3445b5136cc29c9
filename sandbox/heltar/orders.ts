import type { Person } from '../core/people.ts';
import type { Refusal } from '../platform/errors.ts';
import type { HeltarWorld } from './settings.ts';

type OrderStatus = {
	type?: string;
	action?: { parameters?: { reference_id?: string; order?: { status?: string } } };
};

/** WhatsApp's code for a value that is not allowed. */
const WRONG = 131009;
const FINAL = ['completed', 'canceled'];

/** Why the status of an order cannot be told: a status after which no other comes was told before. */
export function checkOrderStatus(world: HeltarWorld, person: Person, interactive: unknown): Refusal | null {
	const given = statusIn(interactive);
	if (!given) return null;
	const earlier = world.messages
		.withNumber(person.number)
		.filter(({ status, hidden }) => !hidden && status !== 'failed')
		.flatMap(({ raw }) => statusIn(raw.interactive) ?? [])
		.findLast(({ reference }) => reference === given.reference);
	return earlier && FINAL.includes(earlier.status)
		? { code: WRONG, details: `Order ${given.reference} is ${earlier.status}, which is final` }
		: null;
}

function statusIn(interactive: unknown): { reference: string; status: string } | undefined {
	const { type, action } = (interactive ?? {}) as OrderStatus;
	const { reference_id: reference, order } = action?.parameters ?? {};
	if (type !== 'order_status' || reference === undefined || order?.status === undefined) return undefined;
	return { reference, status: order.status };
}
