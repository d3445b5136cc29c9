import type { INodeProperties } from 'n8n-workflow';

import { registries } from './registries';

const operationOf = ({ displayOptions }: INodeProperties) =>
	[displayOptions?.show?.resource, displayOptions?.show?.operation].join('.');

/** Neighbours of one operation together, in the order of the node's properties. */
function groupsOf(properties: INodeProperties[]): INodeProperties[][] {
	const groups: INodeProperties[][] = [];
	for (const property of properties) {
		const last = groups.at(-1);
		if (last && operationOf(last[0]) === operationOf(property)) last.push(property);
		else groups.push([property]);
	}
	return groups;
}

/**
 * Properties that stand before one that decides, in whichever operation, whether a property of their name is shown. n8n
 * puts each of them off until it has come by that one.
 */
function putOff(properties: INodeProperties[]): number {
	const deciding = new Map<string, Set<string>>();
	for (const { name, displayOptions } of properties) {
		const known = deciding.get(name) ?? [];
		deciding.set(name, new Set([...known, ...Object.keys(displayOptions?.show ?? {})]));
	}
	const passed = new Set<string>();
	return properties.filter(({ name }) => {
		passed.add(name);
		return [...deciding.get(name)!].some((other) => deciding.has(other) && !passed.has(other));
	}).length;
}

describe.each(registries)('the properties of $name', ({ resources, node }) => {
	const groups = groupsOf(
		node.description.properties.filter(({ displayOptions }) => displayOptions?.show?.operation),
	);

	test('are those of each operation together, as it lists them', () => {
		const listed = resources.flatMap((resource) =>
			resource.operations
				.filter(({ fields }) => Object.keys(fields).length > 0)
				.map((operation) => [`${resource.value}.${operation.value}`, Object.keys(operation.fields)]),
		);
		const described = groups.map((fields) => [operationOf(fields[0]), fields.map(({ name }) => name)]);
		expect(Object.fromEntries(described)).toEqual(Object.fromEntries(listed));
		expect(described).toHaveLength(listed.length);
	});

	test('are in an order in which n8n puts off fewer of them than as they are listed', () => {
		const { properties } = node.description;
		const listed = resources.flatMap(({ value: resource, operations }) =>
			operations.flatMap(({ value: operation }) =>
				properties.filter((one) => operationOf(one) === `${resource}.${operation}`),
			),
		);
		const menus = properties.filter((one) => !listed.includes(one));
		expect(putOff(properties)).toBeLessThan(putOff([...menus, ...listed]));
	});
});
