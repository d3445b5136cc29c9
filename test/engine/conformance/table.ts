import type { IDataObject } from 'n8n-workflow';

/** What a provider's tests have to say for the checks that hold for every provider; `test/engine/<provider>/conformance.ts`. */
export interface Conformance extends AccountConformance {
	/** Further kinds of account, whose calls are others; the rest of the table is that of the usual one. */
	styles?: Style[];
	/** Routes of the sandbox that no operation calls, as `GET /v1/things/*`, and why. */
	unusedRoutes?: Record<string, string>;
}

/** Another API style of a provider. */
export interface Style extends Partial<AccountConformance> {
	title: string;
	/** What its credential holds beside key and address. */
	account: IDataObject;
}

/** What holds for one kind of account. */
export interface AccountConformance {
	/** By `resource.operation`: what has to be filled in, and no more. */
	minimalParameters: Record<string, IDataObject>;
	/** What to do about an operation that is not in the table. */
	rowMissing(id: string): string;
	/** What the minimal parameters take from the item. */
	item?: IDataObject;
	/** Operations whose first call needs more than parameters, such as a file or a trigger that listens. */
	apart: string[];
	/** More parameters for reads whose minimal ones do not suffice for a call. */
	reads?: Record<string, IDataObject>;
	/** The provider's way to refuse something with status 200. */
	errorAsSuccess: unknown;
	/** Operations for which a page may be what was asked for. */
	takesPages?: string[];
	/** What goes out empty because it is documented so: paths in the body, by operation. */
	emptyByDesign?: Record<string, string[]>;
	/** Number fields whose limits depend on more than themselves, by `resource.operation › name`. */
	ownLimits?: string[];
	/** Messages of text, for all that is about sending. */
	sendText: {
		/** Parameters of the recipient and the text. */
		to: string;
		text: string;
		/** Key of the output that identifies the message at WhatsApp. */
		id: string;
		/** Path of its call in the sandbox. */
		path: string;
		/** Settings of its sandbox with which sends are answered differently, by what such a server is called. */
		servers?: Record<string, IDataObject>;
		/** The option that says how many messages a call carries; absent where it carries one. */
		sizeOption?: string;
		/** Options with which calls go out one after the other, and how many messages each of them carries then. */
		sequential: { options: IDataObject; messagesPerCall: number };
	};
	/** The provider tells nobody the secrets of its webhooks, so a trigger with another key looks like the account's own. */
	hidesSecrets?: true;
	/**
	 * What the provider answers a call for a customer's file before the file itself: where it is.
	 * @returns undefined for a call that gets the file
	 */
	linkAnswer?(url: string, link: string): unknown;
	/** Operations the account has no call for, and what their refusal says. */
	lacks?: { operations: string[]; message: string; advice: string };
	/** Mistakes that are its own, beside those that follow from the fields. */
	mistakes?: Record<string, Mistake>;
	/** Somebody else registers a webhook at the provider. */
	registerOther(baseUrl: string, url: string): Promise<unknown>;
	/** People enter the trigger's address on the provider's page; no delivery proves where it comes from. */
	webhookByHand?: true;
}

/** What a user did wrong, and what they read then. */
export interface Mistake {
	resource: string;
	operation: string;
	parameters: IDataObject;
	/** The headline of the error as n8n shows it. */
	message: string;
}
