/** One page and the way to the next. */
export interface Page<T> {
	items: T[];
	/** Opaque cursor of the next page; undefined on the last. */
	next?: string;
}

/**
 * Follows a provider's cursors until there is no next page or `limit` is reached. Short pages do not end a list; a
 * cursor that repeats does, because the server then ignores it.
 * @param page fetches one page; `wanted` is how many results are still missing, undefined for all.
 */
export async function collectPages<T>(
	limit: number | undefined,
	page: (cursor: string | undefined, wanted: number | undefined) => Promise<Page<T>>,
): Promise<T[]> {
	const collected: T[] = [];
	const followed = new Set<string>();
	let cursor: string | undefined;
	do {
		const wanted = limit === undefined ? undefined : limit - collected.length;
		const { items, next } = await page(cursor, wanted);
		for (const item of items) collected.push(item);
		cursor = next !== undefined && !followed.has(next) ? next : undefined;
		if (cursor !== undefined) followed.add(cursor);
	} while (cursor !== undefined && (limit === undefined || collected.length < limit));
	return limit === undefined ? collected : collected.slice(0, limit);
}
