/**
 * The one shape every delivery is turned into, whichever service sent it and in whichever form.
 *
 * Scalars of `EventScalars` are always present, `null` when unknown. Blocks (`EventBlocks`) appear only
 * when they apply; inside a block a documented scalar that was not sent is `null`.
 */

/** Raised only when a reader of events would have to change. */
export const EVENT_SCHEMA = 1;

/** The kinds of event, in the order a menu would show them. */
export const EVENT_KINDS = ['message', 'status', 'template', 'account', 'error', 'unknown'] as const;

export type EventKind = (typeof EVENT_KINDS)[number];

/**
 * What the input looked like: the Cloud API's envelope or a part of it, the on-premises API's flat lists,
 * an `{event, data, timestamp}` wrapper, a message record as a service stores it, or nothing known.
 */
export type EventForm = 'cloud' | 'onprem' | 'event' | 'record' | 'raw';

export type Direction = 'inbound' | 'outbound';

export interface EventScalars {
	schema: typeof EVENT_SCHEMA;
	event: EventKind;
	/** The word the caller passed in: which trigger received the delivery. */
	provider: string;
	form: EventForm;
	/** Message id. For a status: the message it is about. For a template: the template's id as text. */
	id: string | null;
	/** `outbound` for statuses and echoes; `null` where there is no conversation (templates, accounts…). */
	direction: Direction | null;
	/** Sender: phone digits, or a business-scoped user id when the number is hidden. Statuses: own number. */
	from: string | null;
	/** Receiver. For inbound messages the own number, which only the Cloud API tells. */
	to: string | null;
	/** The customer's business-scoped user id (BSUID), such as `IN.9000000001`. */
	userId: string | null;
	groupId: string | null;
	/** The name the customer chose in WhatsApp. On messages, calls and payments, not on statuses. */
	profileName: string | null;
	/** ISO 8601, UTC, milliseconds; from the payload only, never the time of arrival. */
	timestamp: string | null;
	/** ISO 8601: when the delivery arrived, as the caller says. */
	receivedAt: string;
	/** The WhatsApp message type, `message` for statuses, else the name of what happened. */
	type: string;
	/** Best plain-text rendering, `""` when there is none. */
	text: string;
	phoneNumberId: string | null;
	/** WhatsApp business account: the Cloud envelope's entry id. */
	wabaId: string | null;
	/** The Cloud change's field, such as `messages`. */
	field: string | null;
	/** Equal for two deliveries of the same thing. See dedupe.ts. */
	dedupeKey: string;
	/** The smallest original piece (message, status, change value, or the whole body), untouched. */
	raw: unknown;
}

export const MEDIA_KINDS = ['image', 'video', 'audio', 'document', 'sticker'] as const;

export type MediaKind = (typeof MEDIA_KINDS)[number];

export interface Media {
	kind: MediaKind;
	/** The id to fetch the file by. */
	id: string | null;
	/** Cloud: lives about five minutes. Stored records: permanent. */
	url: string | null;
	mimeType: string | null;
	filename: string | null;
	caption: string | null;
	sha256: string | null;
	/** Recorded in the chat, rather than an audio file. */
	voice: boolean;
	/** Stickers, when given. */
	animated?: boolean;
	/** A panel's own word about the file, such as `undownloaded`, when given. */
	status?: string;
}

export interface Reply {
	/** `button` (template button), `button_reply`, `list_reply`, `nfm_reply`, or another word as sent. */
	kind: string;
	/** Button payload or row id. */
	id: string | null;
	/** What the customer saw; for `nfm_reply` the form's name. */
	title: string | null;
	description: string | null;
	/** `nfm_reply`: the parsed answers. Kinds not listed above: the answer as sent. */
	data: unknown;
}

export interface Location {
	/** Degrees, as sent; 0 is a place. */
	latitude: unknown;
	longitude: unknown;
	name: string | null;
	address: string | null;
	url: string | null;
}

export interface OrderItem {
	productRetailerId: string | null;
	quantity: unknown;
	/** Price of one piece, in `currency`, as sent. */
	itemPrice: unknown;
	currency: string | null;
}

export interface Order {
	catalogId: string | null;
	/** The note the customer wrote beside the cart. */
	text: string | null;
	items: OrderItem[];
}

export interface Reaction {
	messageId: string | null;
	/** `null` when the reaction was taken back. */
	emoji: string | null;
	removed: boolean;
}

export interface SystemNotice {
	kind: string | null;
	body: string | null;
	/** The customer's new number after a number change. */
	newWaId: string | null;
	/** Identity hash, as sent. */
	identity: unknown;
}

export interface MessageContext {
	/** The message that was answered. */
	id: string | null;
	from: string | null;
	forwarded: boolean;
	frequentlyForwarded: boolean;
	/** As sent. */
	mentions: unknown;
	/** As sent. */
	referredProduct: unknown;
}

/** The advertisement a conversation began with. */
export interface Referral {
	sourceUrl: string | null;
	sourceId: string | null;
	sourceType: string | null;
	headline: string | null;
	body: string | null;
	mediaType: string | null;
	mediaUrl: string | null;
	thumbnailUrl: string | null;
	/** The click id to report conversions with. */
	ctwaClid: string | null;
}

export interface EventError {
	/** As sent, number or text; 0 is a code. */
	code: unknown;
	title: string | null;
	details: string | null;
	href: string | null;
}

export interface DeliveryStatus {
	/** `sent`, `delivered`, `read`, `played`, `failed`, `deleted`, `warning`, or a new word as sent. */
	value: string | null;
	/** Customer or group the message went to. */
	recipient: string | null;
	/** The group member this receipt is about. */
	participant: string | null;
	errors: EventError[];
	pricing?: {
		billable: boolean | null;
		model: string | null;
		category: string | null;
		type: string | null;
	};
	conversation?: {
		id: string | null;
		origin: string | null;
		/** ISO 8601. */
		expiresAt: string | null;
	};
	/** The tracking text given when the message was sent. */
	callbackData?: unknown;
}

export interface TemplateChange {
	/** As sent, a number in the Cloud API. */
	id: unknown;
	name: string | null;
	language: string | null;
	event: string | null;
	/** Why it was refused or paused; never the filler word `NONE`. */
	reason: string | null;
	/** The (new) category. */
	category: string | null;
	quality: string | null;
	previousQuality: string | null;
	/** As sent: reason and recommendation. */
	rejection: unknown;
}

export interface Payment {
	status: string | null;
	referenceId: string | null;
	/** As sent: `{value, offset}`, the amount being value ÷ offset. */
	amount: unknown;
	currency: string | null;
	/** As sent. */
	transaction: unknown;
}

/** Who handles a chat at the provider; `null` where that is not known. */
export interface Chat {
	/** Whether the provider's bot is switched on for the contact. */
	isBotReply: boolean | null;
	/** Whether the chat is assigned to somebody, which is no sign that a person answers. */
	assigned: boolean | null;
	/** Why the contact could not be read. */
	readError?: string;
}

export interface EventBlocks {
	/** The customer's WhatsApp user name, without `@`. */
	username?: string;
	media?: Media;
	reply?: Reply;
	location?: Location;
	/** Contact cards, as sent. */
	contacts?: unknown[];
	order?: Order;
	reaction?: Reaction;
	system?: SystemNotice;
	/** The customer's identity state, as sent. */
	identity?: unknown;
	/** For `edit` and `revoke`: which message. */
	originalMessageId?: string;
	/** For `edit`: the type of the new content, whose own blocks stand beside this one. */
	edit?: { type: string };
	context?: MessageContext;
	referral?: Referral;
	status?: DeliveryStatus;
	template?: TemplateChange;
	account?: { event: string | null };
	/** On a report about a message that waited in a provider's queue: the number it had there. */
	queueId?: string;
	payment?: Payment;
	call?: { status: string | null };
	/** On a status made from a stored record: what that message was. */
	message?: { type: string; text: string };
	errors?: EventError[];
	/** The data given when the message was sent, exactly as it came back. */
	customField?: unknown;
	/** On a message of a person, where the trigger read their contact. */
	chat?: Chat;
	/** The customer wants no further messages: by a stop word alone in a message, or by WhatsApp's own switch. */
	optOut?: true;
	/** The customer wants messages again. */
	optIn?: true;
	/** Reading failed; `raw` holds what was to be read. */
	normalizationError?: string;
}

export interface WhatsAppEvent extends EventScalars, EventBlocks {}
