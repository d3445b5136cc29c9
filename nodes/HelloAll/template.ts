import type { IDataObject } from 'n8n-workflow';

import { collectPages } from '../../core/http/pagination';
import type { RequestSpec } from '../../core/http/request';
import { read } from '../../core/http/exchange';
import { readVersion } from '../../whatsapp/template';
import type { TemplateSource } from '../shared/templateLists';
import { listAt, valueAt } from './answers';
import { helloAll } from './http';
import { endpoints } from './endpoints';

const PAGE = 50;
const MOST_PAGES = 200;

/**
 * Templates, one entry per language (Hello All collection: Template List), page by page. A list ends with a page that
 * is empty, short or reaches the total; with one that begins like the page before, from a server that ignores the
 * offset; and in any case after 200 pages.
 * @param limit how many are wanted; undefined for all
 */
export async function listTemplates(
	request: (spec: RequestSpec) => Promise<unknown>,
	limit?: number,
): Promise<IDataObject[]> {
	let before: string | undefined;
	return await collectPages<IDataObject>(limit, async (cursor = '0', wanted = PAGE) => {
		const offset = Number(cursor);
		const size = Math.min(wanted, PAGE);
		const answer = await request({
			endpoint: endpoints.getTemplates,
			query: { limit: size, offset },
		});
		const items = listAt(answer, 'waba_templates', 'data', 'templates');
		const first = JSON.stringify(items[0]);
		if (items.length === 0 || first === before) return { items: [] };
		before = first;
		const reached = offset + items.length;
		const total = Number(valueAt(answer, 'total') ?? valueAt(answer, 'data.total') ?? Infinity);
		const isLast = items.length < size || reached >= total || reached >= PAGE * MOST_PAGES;
		return { items, ...(isLast ? {} : { next: String(reached) }) };
	});
}

/** There is no look-up of a single template, so one is found in the list. */
export const templateSource: TemplateSource = {
	all: async (context) =>
		(await listTemplates(async (spec) => await read(context, helloAll, spec))).map(readVersion),
	versions: async (context, name) =>
		(await templateSource.all(context)).filter((version) => version.name === name),
};
