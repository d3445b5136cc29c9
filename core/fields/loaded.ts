import type {
	ILoadOptionsFunctions,
	INodePropertyOptions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';

import { BadInput } from '../http/errors';
import type { Field, ReadContext } from './field';
import { isEmpty } from './field';
import type { Shown } from './basic';
import { asWord } from './basic';
import { asObject } from './json';

/** A method the editor calls; `name` is what it is called by, unique within a node. */
interface Load<T> {
	name: string;
	method(this: ILoadOptionsFunctions): Promise<T>;
	/** Parameters that make the editor load again when they change. */
	dependsOn: string[];
}

/** One of a list the account gives. What is not in the list can come from an expression. */
export function loadedChoice(options: Shown & { load: Load<INodePropertyOptions[]> }): Field<string> {
	const { load, ...shown } = options;
	return {
		property: {
			...shown,
			type: 'options',
			typeOptions: { loadOptionsMethod: load.name, loadOptionsDependsOn: load.dependsOn },
			options: [],
			default: '',
			required: true,
		},
		read(raw) {
			const value = asWord(raw);
			if (value === '') throw new BadInput('nothing is filled in');
			return value;
		},
		methods: { loadOptions: { [load.name]: load.method } },
	};
}

/** One generated field and what was filled in. */
export interface Mapped {
	id: string;
	/** What the editor showed; empty where the workflow holds no definitions. */
	label: string;
	required: boolean;
	/** The user took the field out, or never added it. It has no value. */
	removed: boolean;
	/** As n8n hands it over: null when it was left alone. */
	raw: unknown;
}

/** n8n's word for values that come from the item's own fields (*Map Automatically*). */
const BY_NAME = 'autoMapInputData';

/** How values are found in the item, where the user lets n8n map them by their names. */
interface ByName {
	/** A generated field in an error message. */
	labelOf(id: string): string;
	/** What the item's field for a generated field is called. */
	nameOf(field: Pick<Mapped, 'id' | 'label'>): string;
	/** The generated field that an item's field is for, where the workflow holds no definitions; undefined for others. */
	idOf(name: string): string | undefined;
}

/**
 * Fields the editor generates from what the account says. Read in their order, with those that were taken out. The
 * editor keeps their definitions beside the values, so that what is required can be checked without asking again;
 * a workflow written by hand or by an agent may leave them out.
 * @param options `byName`: offers to take the values from fields of the item that are named alike
 */
export function mappedFields(
	options: Shown & {
		load: Load<ResourceMapperFields>;
		words: { singular: string; plural: string };
		byName?: ByName;
	},
): Field<Mapped[]> {
	const { load, words, byName, ...shown } = options;
	return {
		property: {
			...shown,
			type: 'resourceMapper',
			noDataExpression: true,
			default: { mappingMode: 'defineBelow', value: null },
			typeOptions: {
				loadOptionsDependsOn: load.dependsOn,
				resourceMapper: {
					resourceMapperMethod: load.name,
					mode: 'add',
					valuesLabel: shown.displayName,
					fieldWords: words,
					addAllFields: true,
					multiKeyMatch: false,
					supportAutoMap: byName !== undefined,
					// What is filled in stays.
					refreshStaleSchemaOnOpen: true,
					hideNoDataError: true,
				},
			},
		},
		...(byName ? { readsItem: isByName } : {}),
		read(raw, context) {
			if (isEmpty(raw)) return [];
			const given = asObject(raw);
			const values = ('value' in given ? (given.value ?? {}) : given) as Record<string, unknown>;
			const schema = Array.isArray(given.schema) ? (given.schema as ResourceMapperField[]) : [];
			if (byName && isByName(raw)) return mappedByName(schema, byName, context);
			if (schema.length === 0) {
				return Object.entries(values).map(([id, value]) => ({
					id,
					label: '',
					required: false,
					removed: false,
					raw: value,
				}));
			}
			return schema.map(({ id, displayName, required, removed = false }) => ({
				id,
				label: displayName,
				required,
				removed,
				raw: removed ? null : values[id],
			}));
		},
		methods: { resourceMapping: { [load.name]: load.method } },
	};
}

const isByName = (given: unknown): boolean =>
	typeof given === 'object' && given !== null && 'mappingMode' in given && given.mappingMode === BY_NAME;

/** @throws BadInput where the item has no field for something that is required */
function mappedByName(
	schema: readonly ResourceMapperField[],
	{ labelOf, nameOf, idOf }: ByName,
	context: ReadContext | undefined,
): Mapped[] {
	const item = context?.item?.() ?? {};
	if (schema.length === 0) {
		return Object.entries(item).flatMap(([name, raw]) => {
			const id = idOf(name);
			return id === undefined ? [] : [{ id, label: '', required: false, removed: false, raw }];
		});
	}
	return schema.map(({ id, displayName: label, required: isRequired, removed = false }) => {
		const name = nameOf({ id, label });
		const isThere = Object.hasOwn(item, name);
		// What was taken out of the form may be missing.
		const required = isRequired && !removed;
		if (required && !isThere) {
			throw new BadInput(`the item has no field "${name}"`, [{ name: id, label: labelOf(id) }]);
		}
		return { id, label, required, removed: !isThere, raw: isThere ? item[name] : null };
	});
}
