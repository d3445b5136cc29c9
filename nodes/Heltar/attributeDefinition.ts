import type { IDataObject } from 'n8n-workflow';

import { when } from '../../core/fields/field';
import { choice, commaList } from '../../core/fields/basic';
import { attributeList } from './lists';

/** The kind of an attribute and what may be chosen for it (Heltar API, "Attributes"). */
export const definitionFields = () => ({
	dataType: choice({
		displayName: 'Data Type',
		description: 'What values the attribute has',
		options: [
			{ name: 'Text', value: 'text' },
			{ name: 'Number', value: 'numerical' },
			{ name: 'Choice', value: 'dropdown', description: 'One value from a fixed list' },
			{
				name: 'Tags',
				value: 'tags',
				description:
					'Any number of values from a fixed list. For the tags of contacts, every account has the attribute "tags" already.',
			},
		],
	}),
	dropdownOptions: when(
		{ dataType: ['dropdown'] },
		commaList({
			displayName: 'Choices',
			placeholder: 'e.g. Basic, Plus, Pro',
			description: 'The values to choose from, separated by commas',
		}),
	),
	tagOptions: when(
		{ dataType: ['tags'] },
		commaList({
			displayName: 'Tags',
			placeholder: 'e.g. vip, new, newsletter',
			description: 'The tags to choose from, separated by commas',
		}),
	),
});

interface Definition {
	fieldKey: string;
	dataType: string;
	dropdownOptions?: string[];
	tagOptions?: string[];
}

/** The definition as it goes out; nothing empty gets in. */
export const definitionOf = ({
	fieldKey,
	dataType,
	dropdownOptions,
	tagOptions,
}: Definition): IDataObject => ({
	fieldKey,
	dataType,
	...(dropdownOptions ? { dropdownOptions } : {}),
	...(tagOptions ? { tagOptions } : {}),
});

/** Answers list all definitions: the one that was meant, or what was sent when the answer does not say. */
export const definitionIn = (data: unknown, sent: Definition): IDataObject =>
	attributeList.changed(data).find(({ fieldKey }) => fieldKey === sent.fieldKey) ?? definitionOf(sent);
