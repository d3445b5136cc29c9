import type {
	ICredentialType,
	IDataObject,
	IDisplayOptions,
	INodeProperties,
	INodePropertyMode,
	INodeTypeDescription,
} from 'n8n-workflow';

import { name as packageName } from '../../package.json';
import type { Facts } from './releasedFacts';

/** Options of a parameter that only decide how it looks in the editor. */
const LOOKS = [
	'addOptionalFieldButtonText',
	'alwaysOpenEditWindow',
	'editor',
	'editorLanguage',
	'fieldWords',
	'hideOptionalFields',
	'itemTitle',
	'multipleValueButtonText',
	'noFieldsError',
	'rows',
	'searchFilterRequired',
	'showEvenWhenOptional',
	'sortable',
	'valuesLabel',
];

/** Without what only concerns the eye, at every depth. */
function withoutLooks(value: unknown): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	const kept = Object.entries(value).filter(([key]) => !LOOKS.includes(key));
	return Object.fromEntries(kept.map(([key, inner]) => [key, withoutLooks(inner)]));
}

const isEmptyObject = (value: unknown) =>
	typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/** Only what says something: undefined, false and empty objects are what n8n takes when nothing is given. */
const given = (facts: IDataObject): IDataObject =>
	Object.fromEntries(
		Object.entries(facts).filter(
			([, value]) => value !== undefined && value !== false && !isEmptyObject(value),
		),
	);

/** Everything a saved workflow relies on in a node's description. */
export function factsOfNode(description: INodeTypeDescription): Facts {
	const { name, group, inputs, outputs, usableAsTool, polling, defaults, version, defaultVersion } =
		description;
	const own: Facts = {
		node: {
			type: `${packageName}.${name}`,
			...given({ group, inputs, outputs, polling, usableAsTool, defaultVersion } as IDataObject),
			defaultName: defaults.name,
		},
	};
	for (const one of [version].flat()) own[`version ${one}`] = true;
	for (const { name: credential, required, displayOptions } of description.credentials ?? []) {
		own[`credential ${credential}`] = given({ required, displayOptions } as IDataObject);
	}
	for (const webhook of description.webhooks ?? []) {
		own[`webhook ${webhook.name} ${String(webhook.httpMethod)}`] = { ...webhook };
	}
	return { ...own, ...factsOfProperties(description.properties) };
}

export const factsOfCredential = ({ name, extends: parents, properties }: ICredentialType): Facts => ({
	credential: { name, ...given({ extends: parents }) },
	...factsOfProperties(properties),
});

function factsOfProperties(properties: INodeProperties[]): Facts {
	const facts: Facts = {};
	const add = (more: Facts) => {
		for (const [place, fact] of Object.entries(more)) {
			if (place in facts) throw new Error(`Two parameters of one operation share the place "${place}"`);
			facts[place] = fact;
		}
	};
	for (const property of properties) {
		const { resource, operation, ...rest } = property.displayOptions?.show ?? {};
		const own = { ...property, displayOptions: { ...property.displayOptions, show: rest } };
		for (const where of operationsOf(resource, operation)) add(factsOfProperty(own, where));
	}
	return facts;
}

/** The beginning of the places of a parameter: the operations it belongs to, or nothing. */
const operationsOf = (resources: unknown[] = [], operations: unknown[] = []): string[] => {
	if (resources.length === 0) return [''];
	return resources.flatMap((resource) =>
		operations.length === 0
			? [`${String(resource)} › `]
			: operations.map((operation) => `${String(resource)}.${String(operation)} › `),
	);
};

/** A parameter and all that is inside of it. Notices hold no value. */
function factsOfProperty(property: INodeProperties, where: string): Facts {
	const { name, type, required, noDataExpression, displayOptions, modes = [] } = property;
	if (type === 'notice') return {};
	const at = `${where}${name}`;
	const { conditions, values } = shownFacts(at, displayOptions);
	const facts: Facts = {
		[at]: {
			type,
			default: property.default,
			...given({ required, noDataExpression } as IDataObject),
			...given({ typeOptions: withoutLooks(property.typeOptions ?? {}) } as IDataObject),
			...given({ extractValue: property.extractValue } as unknown as IDataObject),
			...given(conditions),
		},
		...values,
	};
	for (const mode of modes) facts[`${at} (mode ${mode.name})`] = factOfMode(mode);
	for (const option of property.options ?? []) {
		if ('values' in option) {
			for (const inner of option.values)
				Object.assign(facts, factsOfProperty(inner, `${at}.${option.name}.`));
		} else if ('type' in option) {
			Object.assign(facts, factsOfProperty(option as INodeProperties, `${at}.`));
		} else {
			facts[`${at} = ${String(option.value)}`] = true;
		}
	}
	return facts;
}

/** Values that show a parameter may become more; that it depends on another parameter at all is part of it. */
function shownFacts(at: string, { show = {}, ...others }: IDisplayOptions = {}) {
	const values: Facts = {};
	for (const [other, shown] of Object.entries(show)) {
		for (const value of shown as unknown[]) {
			values[
				`${at} (shown when ${other} is ${typeof value === 'object' ? JSON.stringify(value) : String(value)})`
			] = true;
		}
	}
	return { conditions: { dependsOn: asList(Object.keys(show).sort()), ...others } as IDataObject, values };
}

const asList = (names: string[]) => (names.length === 0 ? undefined : names);

/** How a locator finds a value, without its words. */
function factOfMode({ type, typeOptions, extractValue, validation }: INodePropertyMode): IDataObject {
	const { searchListMethod, searchable } = typeOptions ?? {};
	return given({
		type,
		searchListMethod,
		searchable,
		extractValue: extractValue as unknown as IDataObject,
		validation: validation?.map((one) =>
			'properties' in one
				? given({ type: one.type, regex: (one.properties as { regex?: string }).regex })
				: {},
		),
	});
}
