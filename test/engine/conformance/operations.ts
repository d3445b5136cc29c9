import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Operation } from '../../../core/run/operation';
import type { TestedProvider } from '../../providers';

/** Every operation of a provider, by `resource.operation`. */
export const operationsOf = ({ contract }: TestedProvider): Array<[id: string, operation: Operation]> =>
	contract.resources.flatMap(({ value, operations }) =>
		operations.map((operation): [string, Operation] => [`${value}.${operation.value}`, operation]),
	);

/** What the editor keeps of a field that was added, or looked at, and left empty. */
export function leftEmpty({ type, options, default: preset }: Omit<INodeProperties, 'name'>): unknown {
	switch (type) {
		case 'collection': {
			// An added switch says something either way.
			const added = (options as INodeProperties[]).filter((option) => option.type !== 'boolean');
			return Object.fromEntries(added.map((option) => [option.name, leftEmpty(option)]));
		}
		case 'fixedCollection':
			return {};
		case 'resourceMapper':
			return { mappingMode: 'defineBelow', value: null };
		case 'string':
		case 'number':
		case 'json':
			return '';
		default:
			return preset;
	}
}

/** The places of empty texts, lists and objects. */
export function emptyPlaces(value: unknown, place = ''): string[] {
	if (value === null || value === '') return [place];
	if (typeof value !== 'object') return [];
	const entries = Object.entries(value);
	if (entries.length === 0) return [place];
	return entries.flatMap(([key, inner]) => emptyPlaces(inner, place === '' ? key : `${place}.${key}`));
}

/** What is empty once the workflow runs; what is empty in the editor n8n itself refuses. */
const YIELDS_NOTHING = '={{ "" }}';

/** Types of parameters an expression can make empty. */
const TEXTUAL = ['string', 'number', 'json', 'resourceLocator'];

/** The parameters with which a field is empty although it has to be filled in. */
export function withoutRequired(
	{ fields }: Operation,
	given: IDataObject,
): Array<[label: string, IDataObject]> {
	const steering = new Set(Object.values(fields).flatMap(({ shownWhen = {} }) => Object.keys(shownWhen)));
	const needed = Object.entries(fields).filter(
		([name, { property }]) =>
			property.required &&
			name in given &&
			TEXTUAL.includes(property.type) &&
			!property.noDataExpression &&
			!steering.has(name),
	);
	return needed.map(([name, { property }]) => [
		property.displayName,
		{
			[name]: property.type === 'resourceLocator' ? { mode: 'id', value: YIELDS_NOTHING } : YIELDS_NOTHING,
		},
	]);
}

/** A number field with a limit: parameters with this number in it. */
export interface Limited {
	name: string;
	label: string;
	min?: number;
	max?: number;
	with(value: number): IDataObject;
}

/** Number fields of an operation that have a limit, also among its options. */
export function limitsOf({ fields }: Operation): Limited[] {
	return Object.entries(fields).flatMap(([name, { property, shownWhen }]): Limited[] => {
		if (shownWhen) return [];
		if (property.type === 'number') return limited({ ...property, name }, (value) => ({ [name]: value }));
		if (property.type !== 'collection') return [];
		return (property.options as INodeProperties[]).flatMap((option) =>
			option.type === 'number' ? limited(option, (value) => ({ [name]: { [option.name]: value } })) : [],
		);
	});
}

function limited(
	{ name, displayName, typeOptions = {} }: INodeProperties,
	parameters: Limited['with'],
): Limited[] {
	const { minValue: min, maxValue: max } = typeOptions;
	return min === undefined && max === undefined
		? []
		: [{ name, label: displayName, min, max, with: parameters }];
}
