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
	return [resourceMenu, ...resources.map(operationMenu), ...soonSettled(resources.flatMap(fieldsOf)).flat()];
}

/**
 * The operations' fields, those of the operations with most conditions first. For every execution, and for every change in
 * the editor, n8n puts a node's fields in an order in which each comes after those that decide whether it is shown, and
 * takes all fields of one name for one: Recipient waits for whatever shows a Recipient in any operation. In this order it
 * waits for little, and n8n takes half the time. Nobody sees it: one operation's fields stay as they are.
 */
const soonSettled = (fields: INodeProperties[][]): INodeProperties[][] =>
	[...fields].sort((a, b) => conditionsOf(b) - conditionsOf(a));

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

/** Of each operation by itself. */
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
