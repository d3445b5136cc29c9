import { dedupeKey } from './dedupe';
import type { Direction, EventBlocks, EventError, EventForm, EventKind, WhatsAppEvent } from './event';
import { EVENT_SCHEMA } from './event';
import { given, isFilledObject, isObject, type JsonObject } from './json';
import type { Contact } from './parties';
import type { ServiceForms } from './service';
import { readTime } from './time';

/** What is known about a piece before it is looked at: from the caller and from the wrappers around it. */
export interface Setting {
	readonly provider: string;
	readonly receivedAt: string;
	readonly form: EventForm;
	readonly wabaId: string | null;
	readonly phoneNumberId: string | null;
	readonly ownNumber: string | null;
	readonly field: string | null;
	/** The wrapper's time as sent, for pieces that carry none. */
	readonly time: unknown;
	readonly contacts: readonly Contact[];
	/** Errors beside the pieces, for those that carry none. */
	readonly errors: EventError[];
	/** What the wrapper says about every event in it. */
	readonly blocks: EventBlocks;
	/** What the service has beside WhatsApp's own forms. */
	readonly service: ServiceForms;
}

export function bareSetting(provider: string, receivedAt: string, service: ServiceForms): Setting {
	return {
		provider,
		receivedAt,
		form: 'raw',
		wabaId: null,
		phoneNumberId: null,
		ownNumber: null,
		field: null,
		time: undefined,
		contacts: [],
		errors: [],
		blocks: {},
		service,
	};
}

/** The setting inside a wrapper of a form. */
export function within(setting: Setting, form: EventForm, wrapper: JsonObject): Setting {
	return { ...setting, form, blocks: setting.service.blocksOf?.(wrapper) ?? {} };
}

/** What a reader found out about a piece. Everything else comes from the setting. */
export interface Finding {
	event: EventKind;
	type: string;
	text: string;
	raw: unknown;
	/** The piece's own time, as sent. */
	time?: unknown;
	id?: string | null;
	direction?: Direction | null;
	from?: string | null;
	to?: string | null;
	userId?: string | null;
	groupId?: string | null;
	profileName?: string | null;
	phoneNumberId?: string | null;
	blocks?: EventBlocks;
}

/** Direction marks that phones put around mixed left-to-right and right-to-left text. */
const DIRECTION_MARKS = /[\u200E\u200F]/g;

export function compose(setting: Setting, finding: Finding): WhatsAppEvent {
	/** What one looks for in a list of events, in the order in which one reads it: n8n shows an item's keys as they come. */
	const told = {
		from: finding.from ?? null,
		profileName: finding.profileName ?? null,
		text: finding.text.replace(DIRECTION_MARKS, ''),
		type: finding.type,
		event: finding.event,
		direction: finding.direction ?? null,
		timestamp: readTime(finding.time ?? setting.time),
		id: finding.id ?? null,
		to: finding.to ?? null,
		userId: finding.userId ?? null,
		groupId: finding.groupId ?? null,
	} as const;
	/** Where it came from and in which form. */
	const origin = {
		phoneNumberId: finding.phoneNumberId ?? setting.phoneNumberId,
		wabaId: setting.wabaId,
		field: setting.field,
		provider: setting.provider,
		form: setting.form,
		receivedAt: setting.receivedAt,
		schema: EVENT_SCHEMA,
	} as const;
	const blocks = withoutUndefined({ ...finding.blocks, ...setting.blocks });
	const { raw } = finding;
	const key = dedupeKey({ ...told, ...origin, ...blocks, raw });
	return { ...told, ...blocks, ...origin, dedupeKey: key, raw };
}

/** Something with content that fits nothing known: passed on, never dropped. */
export function composeUnknown(
	setting: Setting,
	raw: unknown,
	{ type, blocks, around }: { type?: string; blocks?: EventBlocks; around?: unknown } = {},
): WhatsAppEvent {
	return compose(setting, {
		event: 'unknown',
		type: type ?? setting.field ?? 'raw',
		text: strayText(raw) || strayText(around),
		raw,
		time: isObject(raw) ? given(raw, 'timestamp') : undefined,
		blocks,
	});
}

/** A body that is text; else the text somebody would look for first. */
function strayText(raw: unknown): string {
	if (typeof raw === 'string') return raw;
	if (!isObject(raw)) return '';
	const words = ['text', 'message', 'body'].map((key) => given(raw, key));
	return words.find((word): word is string => typeof word === 'string' && word !== '') ?? '';
}

/** Keeps one piece's failure from hiding its neighbours. */
export function guarded(setting: Setting, raw: unknown, read: () => WhatsAppEvent[]): WhatsAppEvent[] {
	try {
		return read();
	} catch (error) {
		return [failedReading(setting, raw, error)];
	}
}

/** Touches nothing of `raw`, since reading it is what failed. */
export function failedReading(setting: Setting, raw: unknown, error: unknown): WhatsAppEvent {
	return compose(setting, {
		event: 'unknown',
		type: setting.field ?? 'raw',
		text: '',
		raw,
		blocks: { normalizationError: error instanceof Error ? error.message : String(error) },
	});
}

/** Reads each member of a list; `null` is skipped, and what is no object with content becomes `unknown`. */
export function readList(
	setting: Setting,
	list: readonly unknown[],
	read: (item: JsonObject) => WhatsAppEvent[],
): WhatsAppEvent[] {
	return list.flatMap((item) => {
		if (item === null || item === undefined) return [];
		return guarded(setting, item, () =>
			isFilledObject(item) ? read(item) : [composeUnknown(setting, item)],
		);
	});
}

function withoutUndefined(blocks: EventBlocks): EventBlocks {
	return Object.fromEntries(Object.entries(blocks).filter(([, block]) => block !== undefined));
}
