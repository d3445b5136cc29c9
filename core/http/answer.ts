/** What came back over HTTP. */
export interface HttpAnswer {
	status: number;
	/** Lower-case names. */
	headers: Record<string, unknown>;
	/** Parsed JSON; a string when it was not JSON; undefined when empty. A stream when asked for, on success. */
	body: unknown;
}
