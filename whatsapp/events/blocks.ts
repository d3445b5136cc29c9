import type { EventBlocks, WhatsAppEvent } from './event';

/** An event with further blocks, where blocks stand: n8n shows an item's keys as they come, and `raw` is long. */
export function withBlocks(event: WhatsAppEvent, blocks: EventBlocks): WhatsAppEvent {
	const { phoneNumberId, wabaId, field, provider, form, receivedAt, schema, dedupeKey, raw, ...told } = event;
	return {
		...told,
		...blocks,
		phoneNumberId,
		wabaId,
		field,
		provider,
		form,
		receivedAt,
		schema,
		dedupeKey,
		raw,
	};
}
