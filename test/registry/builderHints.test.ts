import type { INodeProperties } from 'n8n-workflow';

import { nodes } from './published';

const labels = nodes.map(([, { description }]) => description.displayName);

describe.each(nodes)('the hints of %s for the AI workflow builder', (_, { description }) => {
	const { searchHint = '' } = description.builderHint ?? {};
	const parameters = new Set(description.properties.flatMap(namesIn));

	test('say what it is for, and name nodes that exist', () => {
		expect(searchHint).toMatch(/WhatsApp/);
		const named = [...searchHint.matchAll(/(?:[A-Z]\w+ )+Trigger/g)].map(([label]) => label);
		for (const label of named) expect(labels).toContain(label);
		const isTrigger = description.group.includes('trigger');
		expect(named.length > 0).toBe(!isTrigger);
	});

	test('name operations and parameters that exist', () => {
		const values = new Set([...parameters, ...description.properties.flatMap(valuesOf)]);
		const fieldsOfItems = ['from', 'profileName', 'type', 'text'];
		const quoted = [...searchHint.matchAll(/"([^"]+)"/g)].map(([, word]) => word);
		expect(quoted.filter((word) => !values.has(word) && !fieldsOfItems.includes(word))).toEqual([]);
	});
});

test('the recipient of a message and its template come with a hint of their own', () => {
	for (const [name, { description }] of nodes.filter(([, node]) => node.description.usableAsTool)) {
		const hinted = (property: INodeProperties) => property.builderHint?.propertyHint !== undefined;
		const named = (parameter: string) => description.properties.filter((one) => one.name === parameter);
		expect([name, named('templateName').every(hinted)]).toEqual([name, true]);
		const recipients = description.properties.filter(hinted).map((one) => one.name);
		expect(recipients.some((one) => ['to', 'clientWaNumber'].includes(one))).toBe(true);
	}
});

function namesIn({ name, options = [] }: INodeProperties): string[] {
	return [name, ...options.map((option) => option.name)];
}

function valuesOf({ name, options = [] }: INodeProperties): string[] {
	if (!['resource', 'operation'].includes(name)) return [];
	return options.flatMap((option) => ('value' in option ? [String(option.value)] : []));
}
