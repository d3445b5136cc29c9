/**
 * A body with invented values and the events it must give. `events` leave out what is the same everywhere;
 * pairs.test.ts says what each `scope` leaves out besides.
 */
export interface Pair {
	title: string;
	/** `value`: the body is the change's value, without metadata and the standard contact. */
	scope: 'complete' | 'body' | 'value';
	body: unknown;
	events: Array<Record<string, unknown>>;
}
