import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { z } from 'zod';
import type { DeliveryRules, Outgoing, SwitchedOff } from './deliveries.ts';
import type { StoredFile } from './files.ts';
import type { Limits } from './limits.ts';
import type { Person } from './people.ts';
import type { StoredMessage, WhatsAppErrorObject } from './store.ts';
import type { World } from './world.ts';

/** Settings every provider has; each adds its own. */
export interface CoreSettings {
	/** `open`: every customer may be written to; `closed`: none; `real`: 24 hours from their last message. */
	window: 'open' | 'closed' | 'real';
	limits: Limits;
	/** Waited before each call is served. */
	latencyMs: number;
}

const limitsChange = z.strictObject({
	messagesPerSecond: z.number().positive().nullable().optional(),
	connections: z.number().int().positive().nullable().optional(),
	perPairSeconds: z.number().positive().nullable().optional(),
});

/** The settings every provider accepts in `PATCH /_sandbox/settings`. */
export const coreSettingsChange = {
	window: z.enum(['open', 'closed', 'real']).optional(),
	limits: limitsChange.optional(),
	latencyMs: z.number().nonnegative().optional(),
};

/** A setting that differs between accounts, as the phone page offers it. */
export type ShownSetting = { setting: string; label: string; note?: string } & (
	| { kind: 'switch' }
	| { kind: 'choice'; options: Array<{ value: string | number; label: string }> }
);

export interface SandboxEnv {
	Bindings: Partial<HttpBindings>;
	Variables: {
		/** Positions of a bulk call that a fault wants refused, and WhatsApp's code for it. */
		partial?: { positions: number[]; code: number };
		/** What the request log shows for a body that was streamed. */
		bodySummary?: unknown;
	};
}

export interface RegisteredWebhook {
	url: string;
	isEnabled: boolean;
	headers: Record<string, string>;
	/** Why the provider itself delivers nothing to it any more; missing while it does, or when the user said not to. */
	switchedOff?: SwitchedOff;
	[detail: string]: unknown;
}

/** The provider's page on which a person saves where webhooks go. */
export interface WebhookPage<S extends CoreSettings = CoreSettings> {
	/** Its tick boxes. */
	events: ReadonlyArray<{ value: string; label: string }>;
	/** Saves a URL, ticking these events or those that are ticked from the start; says why not, when it refuses to. */
	save(world: World<S>, url: string, events?: string[]): Promise<{ refused: string } | null>;
	/** False when the page does not list the URL. */
	remove(world: World<S>, url: string): boolean;
}

/** A provider's API on top of the shared core: everything that differs between providers. */
export interface Provider<S extends CoreSettings = CoreSettings> {
	/** Its place below the host, and its name in the control API. */
	readonly name: string;
	/** For people, such as "Hello All". */
	readonly label: string;
	/** The key that exists from the start. */
	readonly key: string;
	/** The access token there is from the start, where the provider has an API style that wants one beside the key. */
	readonly accessToken?: string;
	/** What a credential needs beside address and key, by the names of its fields, such as the ID of the seeded number. */
	readonly account?: Readonly<Record<string, string>>;
	/** Where messages are sent, below the base URL. */
	readonly sends: string;
	readonly settings: {
		readonly defaults: S;
		readonly change: z.ZodType<object>;
		/** Those the phone page offers. */
		readonly shown?: readonly ShownSetting[];
	};
	/** Further first path segments it answers on, such as a storage host's; `routes` serves them by full path. */
	readonly roots?: readonly string[];
	/** The path, as `routes` has it, that another one stands for; the same when it stands for itself. */
	alias?(path: string): string;
	/** Whether this call's body is read by its route as a stream. */
	streams?(method: string, path: string): boolean;
	/** Fills a fresh sandbox. */
	seed(world: World<S>): void;
	/** Takes up again what was planned before a restart. */
	resume?(world: World<S>): void;
	/** The API itself; paths start with `/{name}` or one of `roots`. */
	routes(world: World<S>): Hono<SandboxEnv>;
	/** Its form of an error, for refusals the core makes; `path` is the one below the base URL. */
	errorBody(status: number, text: string, path: string): object;
	webhooks: {
		registered(world: World<S>): RegisteredWebhook[];
		/** Where a person saves URLs in the provider's panel, and not every one by the API. */
		page?: WebhookPage<S>;
		rules(world: World<S>): DeliveryRules;
		/** What goes out when a customer writes. Also updates what the provider keeps about the contact. */
		inbound(world: World<S>, message: StoredMessage, person: Person): Outgoing[];
		/** What goes out when WhatsApp changes its mind about a template, where the provider tells of it. */
		template?(world: World<S>, name: string, language: string): Outgoing[];
		/** What goes out when a sent message changes its status. */
		status(
			world: World<S>,
			message: StoredMessage,
			person: Person,
			errors?: WhatsAppErrorObject[],
		): Outgoing[];
	};
	/** The API style in which a message was sent, where the provider has several; for the list of sends. */
	styleOf?(message: StoredMessage): string;
	/** What the phone page asks about. */
	phone: {
		business: { name: string; number: string };
		/** A sent message as WhatsApp's object: its content under the type's name, and `context`. */
		asWhatsApp(message: StoredMessage): Record<string, unknown>;
		/** The file an address of the provider's own storage leads to. */
		fileAt?(world: World<S>, address: string): StoredFile | null | undefined;
	};
	/** The temporary address of a customer's file in the webhook, where the provider gives one. */
	mediaUrl?(world: World<S>, fileId: string): string;
	/** A team member writes in the provider's inbox, where it tells whom a message is from; says why it was refused. */
	inbox?(
		world: World<S>,
		person: Person,
		message: { text: string; by: string },
	): StoredMessage | { refused: string };
	/** The switch of a contact's bot in the provider's inbox, where it has one. */
	bot?: {
		answers(world: World<S>, person: Person): boolean;
		/** Says why it was refused, if it was. */
		turn(world: World<S>, person: Person, on: boolean): { refused: string } | undefined;
	};
	/** The contact as the provider's own screens would show it; for the phone page. */
	onPersonChange?(world: World<S>, person: Person): void;
}
