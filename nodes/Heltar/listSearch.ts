import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { read } from '../../core/http/exchange';
import type { RequestSpec } from '../../core/http/request';
import { toText } from '../../whatsapp/events/json';
import { heltar } from './http';
import type { campaignList, contactList } from './lists';

/** What the editor says of a field that is picked from a list. */
export type Shown = { displayName: string; description: string };

export const ask = async (context: ILoadOptionsFunctions, spec: RequestSpec) =>
	await read(context, heltar, spec);

/** How many entries a list that can be long shows at first. */
export const SHOWN = 100;
/** Names are not searched by Heltar, so a search reads large pages, and so many of them until it finds something. */
const SEARCHED_PAGES = 5;

/** Searches a paged list until a page has something to show. */
export async function searchPages(
	context: ILoadOptionsFunctions,
	list: typeof contactList | typeof campaignList,
	most: number,
	[filter = '', token]: [string | undefined, string | undefined],
	choice: (entry: IDataObject) => Choice,
): Promise<INodeListSearchResult> {
	const wanted = filter.trim().toLowerCase();
	let cursor = token;
	for (let pages = 1; ; pages++) {
		const { items, next } = list.page(
			await ask(context, list.request({ limit: wanted === '' ? SHOWN : most, cursor })),
		);
		const { results } = found(wanted, items.map(choice));
		if (results.length > 0 || next === undefined || pages === SEARCHED_PAGES) {
			return { results, paginationToken: next };
		}
		cursor = next;
	}
}

/** An entry as the list shows it, and what it is chosen by. */
interface Choice {
	name: string;
	value: unknown;
}

/** The entries that fit what was typed; one that has nothing to be chosen by is left out. */
export function found(filter: string, choices: readonly Choice[]): INodeListSearchResult {
	const wanted = filter.trim().toLowerCase();
	const results = choices.flatMap(({ name, value }) => {
		const id = toText(value);
		return id === null || !name.toLowerCase().includes(wanted) ? [] : [{ name, value: id }];
	});
	return { results };
}
