import type { Person } from '../core/people.ts';
import type { ShownSetting } from '../core/provider.ts';
import type { StoredMessage } from '../core/store.ts';
import type { World } from '../core/world.ts';
import { acceptableUrl, isLoopback } from '../core/loopback.ts';
import type { Catalog } from './interactive.ts';

type Fields = Record<string, unknown>;

/** A message as a phone shows it: WhatsApp's words, whatever the provider's API calls them. */
export interface PhoneMessage {
	seq: number;
	id: string;
	direction: 'in' | 'out';
	type: string;
	/** Plain rendering. */
	text: string;
	/** ISO 8601. */
	at: string;
	status: string;
	errors: StoredMessage['errors'];
	/** Refused after it was accepted: no phone ever showed it. */
	refused: boolean;
	/** Log number of the provider call it came with. */
	call: number | null;
	/** Id of the message it answers. */
	quotes: string | null;
	/**
	 * What stands under the type's name in WhatsApp's message. Every file in it has a `src`: an address on this
	 * machine, or null when there is none. A template also has `rendered`.
	 */
	content: unknown;
}

/** A customer as the phone page lists them. */
export interface PhonePerson extends Person {
	count: number;
	/** Messages delivered and not yet looked at. */
	unread: number;
	last: PhoneMessage | null;
	/** Whether the provider's bot answers them; missing where it has none. */
	botReplies?: boolean;
}

/** A provider as the phone page knows it. */
export interface ListedProvider {
	name: string;
	label: string;
	/** Where messages are sent, below its base URL. */
	sends: string;
	settings: readonly ShownSetting[];
	/** What a person can tick where URLs are saved by hand; missing where only the API registers them. */
	webhookEvents?: ReadonlyArray<{ value: string; label: string }>;
}

/** One provider's part of the phone page. */
export interface PhoneProvider {
	name: string;
	business: { name: string; number: string };
	catalogs: Catalog[];
	people: PhonePerson[];
}

export function showProvider(world: World): PhoneProvider {
	const overview = new Map(world.messages.overview().map((one) => [one.number, one]));
	const known = world.people.all();
	const met = new Set(known.map(({ number }) => number));
	const others = [...overview.keys()].filter((number) => !met.has(number));
	const people = [...known, ...others.map((number) => world.people.resolve(number))].map((person) => {
		const { count = 0, unread = 0, last } = overview.get(person.number) ?? {};
		const botReplies = world.provider.bot?.answers(world, person);
		return { ...person, count, unread, last: last ? showMessage(world, last) : null, botReplies };
	});
	return {
		name: world.provider.name,
		business: world.provider.phone.business,
		catalogs: world.collection<Catalog>('catalogs').all(),
		people,
	};
}

/** Internal notes and what still waits in a queue are on no phone. */
export const isOnPhone = ({ hidden, status }: StoredMessage) => !hidden || status === 'failed';

export function showMessage(world: World, message: StoredMessage): PhoneMessage {
	const { seq, id, direction, type, text, status, errors, hidden, call, raw } = message;
	const said = direction === 'in' ? raw : world.provider.phone.asWhatsApp(message);
	const context = said.context as { id?: string; message_id?: string } | null | undefined;
	return {
		seq,
		id,
		direction,
		type,
		text,
		at: new Date(message.at).toISOString(),
		status,
		errors,
		refused: hidden,
		call,
		quotes: context?.id ?? context?.message_id ?? null,
		content: withSources(world, said[type]),
	};
}

/** Gives everything that names a file the address the page can show it from. */
function withSources(world: World, value: unknown): unknown {
	if (Array.isArray(value)) return value.map((one) => withSources(world, one));
	if (!value || typeof value !== 'object') return value;
	const fields: Fields = {};
	for (const [name, one] of Object.entries(value)) fields[name] = withSources(world, one);
	const { id, link } = fields;
	if (typeof link === 'string') fields.src = sourceOfLink(world, link);
	else if (typeof id === 'string' && world.files.get(id)) fields.src = fileAddress(world, id);
	return fields;
}

const fileAddress = (world: World, id: string) =>
	`/_sandbox/${world.provider.name}/files/${encodeURIComponent(id)}`;

/** Files the provider stores are read past its API, which would log the page's looks as calls. */
function sourceOfLink(world: World, link: string): string | null {
	const url = acceptableUrl(link);
	if (!url || !isLoopback(url.hostname)) return null;
	const file = world.provider.phone.fileAt?.(world, link);
	return file ? fileAddress(world, file.id) : link;
}
