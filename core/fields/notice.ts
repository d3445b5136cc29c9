import type { ILoadOptionsFunctions } from 'n8n-workflow';

import type { Field } from './field';

/** A text for the user between other fields; it has no value. */
export function notice(text: string): Field<undefined> {
	return { property: { displayName: text, type: 'notice', default: '' }, read: () => undefined };
}

/**
 * A text that depends on other parameters, shown between the fields; it has no value. n8n's notices cannot change, so this is
 * a form without fields, in place of which the editor shows a text.
 * @param options `what`: what is read for it, as the editor says while it waits; `load`: gives the text as HTML, never an
 * empty one, because the editor would keep showing the one before
 */
export function loadedNotice(options: {
	displayName: string;
	description: string;
	what: string;
	load: { name: string; method(this: ILoadOptionsFunctions): Promise<string>; dependsOn: string[] };
}): Field<undefined> {
	const { displayName, description, what, load } = options;
	return {
		property: {
			displayName,
			description,
			type: 'resourceMapper',
			noDataExpression: true,
			default: { mappingMode: 'defineBelow', value: null },
			typeOptions: {
				loadOptionsDependsOn: load.dependsOn,
				resourceMapper: {
					resourceMapperMethod: load.name,
					mode: 'add',
					fieldWords: { singular: what, plural: what },
					addAllFields: true,
					multiKeyMatch: false,
					supportAutoMap: false,
					hideNoDataError: true,
				},
			},
		},
		read: () => undefined,
		methods: {
			resourceMapping: {
				[load.name]: async function () {
					return { fields: [], emptyFieldsNotice: await load.method.call(this) };
				},
			},
		},
	};
}
