import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { BadInput } from '../http/errors';
import type { Field } from './field';
import type { Shown } from './basic';
import { asWord } from './basic';

/**
 * Something of the account, picked from a list or given by its id. It carries its own search, so that a node needs no
 * second list of methods. Read as the id; a plain text from an older workflow or an expression is taken, too.
 *
 * @param search fills the list; `name` is what the editor calls it by, unique within a node
 * @param id how people may give it themselves
 */
export function locator(
	options: Shown & {
		search: {
			name: string;
			method(
				this: ILoadOptionsFunctions,
				filter?: string,
				paginationToken?: string,
			): Promise<INodeListSearchResult>;
		};
		id: { displayName: string; placeholder: string };
		/** Checks and normalises the id. @throws BadInput */
		check?(id: string): string;
	},
): Field<string> {
	const { search, id, check, ...shown } = options;
	return {
		property: {
			...shown,
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			required: true,
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					placeholder: 'Choose…',
					typeOptions: { searchListMethod: search.name, searchable: true },
				},
				{ displayName: id.displayName, name: 'id', type: 'string', placeholder: id.placeholder },
			],
		},
		read(raw) {
			const given = asWord(locatedId(raw));
			if (given === '') throw new BadInput('nothing is filled in');
			return check ? check(given) : given;
		},
		methods: { listSearch: { [search.name]: search.method } },
	};
}

/** The id inside a locator's value; a plain text is one already. */
export function locatedId(raw: unknown): unknown {
	return typeof raw === 'object' && raw !== null && 'value' in raw ? raw.value : raw;
}
