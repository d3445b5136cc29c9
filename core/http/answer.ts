/** What came back over HTTP. */
export interface HttpAnswer {
	status: number;
	/** Lower-case names. */
	headers: Record<string, unknown>;
	/** Parsed JSON; a string when it was not JSON; undefined when empty. A stream when asked for, on success. */
	body: unknown;
	/** The call it answers. */
	call?: CallFacts;
}

/** What tells people which call it was, in errors and in n8n's log. Holds no value of a user or a customer. */
export interface CallFacts {
	method: string;
	/** The path as the provider's documentation writes it, with placeholders instead of values. */
	endpoint: string;
	/** HTTP status; absent where no answer came. */
	status?: number;
	/** The provider's own number of the request, which its support asks for. */
	requestId?: string;
}
