import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { render } from '../../scripts/operationsDoc';
import { everyOperation, registries } from './registries';

/** Every property of a node at every depth, with the way to it. */
function everyProperty(properties: INodeProperties[], path = ''): Array<[string, INodeProperties]> {
	return properties.flatMap((property) => {
		const at = `${path}${property.name}`;
		const inner = (property.options ?? []).flatMap((option) =>
			'values' in option ? option.values : 'type' in option ? [option as INodeProperties] : [],
		);
		return [[at, property] as [string, INodeProperties], ...everyProperty(inner, `${at}.`)];
	});
}

test('there is at least one provider', () => {
	expect(registries.map(({ room }) => room)).toContain('Heltar');
});

describe.each(registries)('$name', ({ room, resources, node }) => {
	const properties = everyProperty(node.description.properties);

	test('resource and operation values are unique camelCase words', () => {
		const values = resources.map(({ value }) => value);
		expect(new Set(values).size).toBe(values.length);
		for (const resource of resources) {
			const operations = resource.operations.map(({ value }) => value);
			expect(new Set(operations).size).toBe(operations.length);
			for (const value of [resource.value, ...operations]) expect(value).toMatch(/^[a-z][A-Za-z]*$/);
			expect(resource.operations).toContain(resource.startWith);
		}
	});

	test('menus are sorted by what people read', () => {
		const menus = properties.filter(([, { name }]) => name === 'resource' || name === 'operation');
		expect(menus.length).toBe(resources.length + 1);
		for (const [, menu] of menus) {
			const names = (menu.options as INodePropertyOptions[]).map(({ name }) => name);
			expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
		}
	});

	test('choices of more than five are sorted', () => {
		for (const [path, { type, options }] of properties) {
			if (type !== 'options' || !options || options.length <= 5) continue;
			const names = (options as INodePropertyOptions[]).map(({ name }) => name);
			expect([path, names]).toEqual([path, [...names].sort((a, b) => a.localeCompare(b, 'en'))]);
		}
	});

	test('every field says what it is for, in n8n’s wording', () => {
		const faults: string[] = [];
		for (const [path, property] of properties) {
			const { displayName, description, placeholder, type, name } = property;
			if (name === 'resource' || name === 'operation' || type === 'notice') continue;
			if (!description && type !== 'collection') faults.push(`${path}: no description`);
			if (/[.:]$/.test(displayName)) faults.push(`${path}: label ends with a sign`);
			if (displayName && !/^[A-Z0-9{]/.test(displayName)) faults.push(`${path}: label is not Title Case`);
			if (description && description.split('. ').length === 1 && description.endsWith('.'))
				faults.push(`${path}: a single sentence ends with a period`);
			if (type === 'boolean' && !description?.startsWith('Whether ')) faults.push(`${path}: not "Whether …"`);
			if (placeholder && ['string', 'number'].includes(type) && !placeholder.startsWith('e.g. '))
				faults.push(`${path}: placeholder does not begin with "e.g."`);
		}
		expect([...new Set(faults)]).toEqual([]);
	});

	test('one operation is one file', () => {
		const folder = join(__dirname, '../../nodes', room, 'operations');
		const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.ts') && file !== 'index.ts')
			.map((file) => file.replace(/\.ts$/, '').replace(/[\\/]/, '.'))
			.sort();
		const ids = everyOperation.filter((one) => one.room === room).map(({ id }) => id);
		expect(files).toEqual([...ids].sort());
	});
});

describe.each(everyOperation)('$room $id', ({ room, resource, operation }) => {
	test('is described for people and for AI agents', () => {
		expect(operation.name).toMatch(/^[A-Z]/);
		expect(operation.action).toMatch(/^[A-Z][a-z]/);
		expect(operation.description.length).toBeGreaterThan(10);
	});

	test('is of exactly one kind', () => {
		const kinds = ['request', 'message', 'run'].filter((kind) => kind in operation);
		expect(kinds).toHaveLength(1);
	});

	test('leaves loop, pairing, failing and repeating to the runner', () => {
		const file = join(__dirname, '../../nodes', room, 'operations', resource.value, `${operation.value}.ts`);
		const source = readFileSync(file, 'utf8');
		expect(source).not.toMatch(/pairedItem|continueOnFail|maxTries|getInputData/);
	});

	test('shows a field only when fields declared before it say so', () => {
		const seen: string[] = [];
		for (const [name, field] of Object.entries(operation.fields)) {
			for (const other of Object.keys(field.shownWhen ?? {})) expect(seen).toContain(other);
			seen.push(name);
		}
	});
});

test('docs/operations.md is what the registries say (npm run build writes it)', () => {
	const written = readFileSync(join(__dirname, '../../docs/operations.md'), 'utf8');
	expect(written).toBe(render(registries));
});
