import type { ILoadOptionsFunctions, INodeProperties, INodeType } from 'n8n-workflow';

import { toNodeError } from '../http/nodeError';
import { byAlphabet } from '../fields/basic';
import { mergedMethods, toProperty } from '../fields/record';
import type { FieldMethods } from '../fields/field';
import type { Operation } from './operation';

/** A resource and its operations: the only list a node is derived from. */
export interface Resource {
	/** Saved in users' workflows: never changes. */
	value: string;
	name: string;
	operations: readonly Operation[];
	/** The operation a new node starts with. */
	startWith: Operation;
	/** What people look for most. It stands before the others, in this order. By default it is `startWith`. */
	first?: readonly Operation[];
	/** What stands after the others, in this order. */
	last?: readonly Operation[];
}

/** What is neither first nor last goes by name. */
function inMenuOrder({ operations, startWith, first = [startWith], last = [] }: Resource): Operation[] {
	const rest = operations.filter((one) => !first.includes(one) && !last.includes(one));
	return [...first, ...rest.sort((a, b) => byAlphabet(a.name, b.name)), ...last];
}

/**
 * The node's properties: resource, operation, and every operation's fields under its own condition. The menus show the
 * resources as they are listed and the operations in `inMenuOrder`. So does n8n's node panel, which sorts no actions.
 */
export function describeProperties(resources: readonly Resource[]): INodeProperties[] {
	const resourceMenu: INodeProperties = {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: resources.map(({ name, value }) => ({ name, value })),
		default: resources[0]?.value ?? '',
	};
	const fields = resources.flatMap(fieldsOf).sort((a, b) => conditionsOf(b) - conditionsOf(a));
	return [resourceMenu, ...resources.map(operationMenu), ...fields.flat()];
}

/**
 * How many different parameters decide which of these fields are shown. The operations with most of them come first, for
 * n8n's sake: before every execution and after every change in the editor it sorts all properties of a node, so that each
 * follows those that decide whether it is shown (`getParameterResolveOrder` in n8n-workflow). There it knows properties by
 * their names alone, and a field has to wait for what decides about a field of the same name in any other operation. In the
 * editor nothing changes its place, as it shows the fields of one operation at a time.
 */
const conditionsOf = (fields: INodeProperties[]): number =>
	new Set(fields.flatMap(({ displayOptions }) => Object.keys(displayOptions?.show ?? {}))).size;

function operationMenu(resource: Resource): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource.value] } },
		options: inMenuOrder(resource).map(({ name, value, action, description }) => ({
			name,
			value,
			action,
			description,
		})),
		default: resource.startWith.value,
	};
}

/** The fields of each operation. */
function fieldsOf(resource: Resource): INodeProperties[][] {
	return resource.operations.map((operation) =>
		Object.entries(operation.fields).map(([name, field]): INodeProperties => {
			const property = toProperty(name, field);
			property.displayOptions = {
				show: {
					resource: [resource.value],
					operation: [operation.value],
					...property.displayOptions?.show,
				},
			};
			return property;
		}),
	);
}

/** The editor methods all fields bring along, as the node's `methods`. */
export function describeMethods(resources: readonly Resource[]): NonNullable<INodeType['methods']> {
	const all = resources.flatMap((resource) =>
		resource.operations.map((operation) => mergedMethods(operation.fields)),
	);
	const together = (kind: keyof FieldMethods) => {
		const methods = Object.assign({}, ...all.map((one) => one[kind])) as Record<string, EditorMethod>;
		return Object.fromEntries(Object.entries(methods).map(([name, method]) => [name, shown(method)]));
	};
	return {
		listSearch: together('listSearch'),
		loadOptions: together('loadOptions'),
		resourceMapping: together('resourceMapping'),
	} as NonNullable<INodeType['methods']>;
}

type EditorMethod = (this: ILoadOptionsFunctions, ...given: never[]) => Promise<unknown>;

/** Runs a list method and shows what goes wrong as n8n shows errors. */
const shown = (method: EditorMethod): EditorMethod =>
	async function (this: ILoadOptionsFunctions, ...given) {
		try {
			return await method.apply(this, given);
		} catch (error) {
			throw toNodeError(this.getNode(), error);
		}
	};

/** The node's subtitle on the canvas, in the words of its menus: "Send Text: Message". */
export function describeSubtitle(resources: readonly Resource[]): string {
	const words = resources.flatMap((resource) =>
		resource.operations.map((operation) => [
			`${resource.value}.${operation.value}`,
			`${operation.name}: ${resource.name}`,
		]),
	);
	return `={{ (${JSON.stringify(Object.fromEntries(words))})[$parameter.resource + "." + $parameter.operation] }}`;
}

export function findOperation(
	resources: readonly Resource[],
	resource: string,
	operation: string,
): Operation | undefined {
	return resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);
}
