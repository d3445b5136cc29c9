import type { Setting } from './compose';
import type { EventBlocks, WhatsAppEvent } from './event';
import type { JsonObject } from './json';

/**
 * What a service that relays WhatsApp's events has of its own: forms beside WhatsApp's, and what it puts beside the events.
 * The reader of events knows no service; whoever receives deliveries of one hands this over.
 */
export interface ServiceForms {
	/** Tried in this order, after WhatsApp's envelope and its parts, before flat lists and wrappers of no known kind. */
	readonly forms: readonly ServiceForm[];
	/** What a wrapper says about every event in it, such as data that was given when a message was sent. */
	blocksOf?(wrapper: JsonObject): EventBlocks;
}

/** Reads a body of one form; `undefined` when it has another. */
export type ServiceForm = (
	body: JsonObject,
	setting: Setting,
	recognise: Recognise,
) => WhatsAppEvent[] | undefined;

/** Reads what lies inside a wrapper in any of the known forms; `undefined` when it has none of them, or lies too deep. */
export type Recognise = (inside: unknown) => WhatsAppEvent[] | undefined;
