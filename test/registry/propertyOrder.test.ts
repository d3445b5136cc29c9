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

const conditionsOf = (fields: INodeProperties[]) =>
	new Set(fields.flatMap(({ displayOptions }) => Object.keys(displayOptions?.show ?? {}))).size;

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

	test('begin with the operations that have most conditions, which n8n settles first', () => {
		const counts = groups.map(conditionsOf);
		expect(counts).toEqual([...counts].sort((a, b) => b - a));
		expect(new Set(counts).size).toBeGreaterThan(1);
	});
});
