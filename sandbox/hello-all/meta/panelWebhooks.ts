import type { Outgoing } from '../../core/deliveries.ts';
import type { RegisteredWebhook } from '../../core/provider.ts';
import type { HelloAllSettings, HelloAllWorld } from '../settings.ts';

/** What the page lets a person tick. */
export const PANEL_EVENTS = [
	{ value: 'incoming', label: 'Incoming messages' },
	{ value: 'outgoing', label: 'Outgoing messages' },
	{ value: 'status', label: 'Status' },
	{ value: 'other', label: 'Others' },
] as const;

export type PanelEvent = (typeof PANEL_EVENTS)[number]['value'];

/** A URL saved on the panel's page; its deliveries are in the words of the Cloud API. */
export interface PanelWebhook {
	url: string;
	events: PanelEvent[];
}

export const panelWebhooks = (world: HelloAllWorld) => world.collection<PanelWebhook>('panelWebhooks');

export const listPanelWebhooks = (world: HelloAllWorld): RegisteredWebhook[] =>
	panelWebhooks(world)
		.all()
		.map(({ url, events }) => ({ url, isEnabled: true, headers: {}, style: 'meta', events }));

type Form = HelloAllSettings['metaWebhookForm'];

/** One event for everybody who ticked it. `body` is the Cloud envelope, or a report of the panel's queue. */
export function panelDeliveries(
	world: HelloAllWorld,
	event: PanelEvent,
	about: Outgoing['about'],
	body: object,
): Outgoing[] {
	const content = FORMS[world.settings.metaWebhookForm](body);
	return panelWebhooks(world)
		.all()
		.filter(({ events }) => events.includes(event))
		.map(({ url }) => ({ url, headers: {}, about, ...content }));
}

const json = (body: object) => ({ body: JSON.stringify(body) });

const FORMS: Record<Form, (body: object) => Pick<Outgoing, 'body' | 'contentType'>> = {
	envelope: json,
	nestedValue: (body) => json(nestValues(body)),
	wrapped: (body) => json({ payload: body }),
	formEncoded: (body) => ({
		body: new URLSearchParams({ payload: JSON.stringify(body) }).toString(),
		contentType: 'application/x-www-form-urlencoded',
	}),
};

interface Envelope {
	entry?: Array<{ changes: Array<{ value: object; field: string }> }>;
}

/** Each `value` inside another, as one panel of the family sent them. */
function nestValues(body: Envelope): object {
	if (!body.entry) return body;
	const entry = body.entry.map(({ changes, ...rest }) => ({
		...rest,
		changes: changes.map(({ value, field }) => ({ value: { value, field }, field })),
	}));
	return { ...body, entry };
}
