import { RefusedByWhatsApp } from '../errors.ts';

export interface Page<T> {
	entries: T[];
	/** Missing when there are no entries. */
	cursors?: { before: string; after: string };
	/** Whether more entries come after these. */
	more: boolean;
}

const cursorOf = (id: string) => Buffer.from(id).toString('base64url');

/** Cloud API, paging by cursors: the entries after the one that `after` stands for. */
export function pageOf<T extends { id: string }>(
	all: readonly T[],
	{ limit = '25', after }: { limit?: string; after?: string },
): Page<T> {
	if (!/^[1-9]\d{0,3}$/.test(limit))
		throw new RefusedByWhatsApp(100, 'limit must be a positive whole number');
	const last = after === undefined ? -1 : all.findIndex(({ id }) => cursorOf(id) === after);
	if (after !== undefined && last < 0) throw new RefusedByWhatsApp(100, 'after: Invalid cursor');
	const entries = all.slice(last + 1, last + 1 + Number(limit));
	const [first, end] = [entries[0], entries.at(-1)];
	return {
		entries,
		...(first && end && { cursors: { before: cursorOf(first.id), after: cursorOf(end.id) } }),
		more: last + 1 + entries.length < all.length,
	};
}
