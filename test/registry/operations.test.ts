import type { INodePropertyOptions } from 'n8n-workflow';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

import { render } from '../../scripts/operationsDoc';
import { everyProperty } from './published';
import { everyOperation, registries } from './registries';

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

	const menuOf = (name: string, resource?: string) => {
		const [, menu] = properties.find(
			([, one]) =>
				one.name === name &&
				(resource === undefined || one.displayOptions?.show?.resource?.includes(resource)),
		) as (typeof properties)[number];
		return menu.options as INodePropertyOptions[];
	};

	test('the menu of resources begins with what people look for, and ends with what nothing else does', () => {
		const values = menuOf('resource').map(({ value }) => value);
		expect(values.slice(0, 4)).toEqual(['message', 'template', 'media', 'contact']);
		expect(values.at(-1)).toBe('custom');
		expect([...values].sort()).toEqual(resources.map(({ value }) => value).sort());
	});

	test.each(resources.map((one) => [one.value, one] as const))(
		'the menu of %s has every operation once: what people look for, the others by name, and the rest',
		(value, { operations, startWith, first = [startWith], last = [] }) => {
			const values = menuOf('operation', value).map((option) => option.value);
			expect([...values].sort()).toEqual(operations.map((one) => one.value).sort());
			expect(values.slice(0, first.length)).toEqual(first.map((one) => one.value));
			expect(values.slice(values.length - last.length)).toEqual(last.map((one) => one.value));
			const names = menuOf('operation', value)
				.slice(first.length, values.length - last.length)
				.map(({ name }) => name);
			expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
		},
	);

	test('among messages, what sends comes before what does not, and a text comes first', () => {
		const values = menuOf('operation', 'message').map(({ value }) => String(value));
		const sends = values.map((value) => /^(send|request)/.test(value));
		expect(sends).toEqual([...sends].sort((a, b) => Number(b) - Number(a)));
		expect(values[0]).toBe('sendText');
	});

	test('every field says what it is for', () => {
		const silent = properties.filter(
			([, { name, type, description }]) =>
				!description && !['resource', 'operation'].includes(name) && !['notice', 'collection'].includes(type),
		);
		expect(silent.map(([path]) => path)).toEqual([]);
	});

	test('one operation is one file', () => {
		const folder = join(__dirname, '../../nodes', room, 'operations');
		const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.ts') && basename(file) !== 'index.ts')
			.map((file) => file.replace(/\.ts$/, '').replace(/[\\/]/, '.'))
			.sort();
		const ids = everyOperation.filter((one) => one.room === room).map(({ id }) => id);
		expect(files).toEqual([...ids].sort());
	});
});

test.each(everyOperation)(
	'$room $id is described, of one kind, leaves looping and repeating to the runner, and shows fields in order',
	({ room, resource, operation }) => {
		expect(operation.name).toMatch(/^[A-Z]/);
		expect(operation.action).toMatch(/^[A-Z][a-z]/);
		expect(operation.description.length).toBeGreaterThan(10);

		const kinds = ['request', 'entry', 'run'].filter((kind) => kind in operation);
		expect(kinds).toHaveLength(1);

		const file = join(__dirname, '../../nodes', room, 'operations', resource.value, `${operation.value}.ts`);
		const source = readFileSync(file, 'utf8');
		expect(source).not.toMatch(/pairedItem|continueOnFail|maxTries|getInputData/);

		// A field is shown only when fields declared before it say so.
		const seen: string[] = [];
		for (const [name, field] of Object.entries(operation.fields)) {
			for (const other of Object.keys(field.shownWhen ?? {})) expect(seen).toContain(other);
			seen.push(name);
		}
	},
);

test('docs/operations.md is what the registries say (npm run build writes it)', () => {
	const written = readFileSync(join(__dirname, '../../docs/operations.md'), 'utf8');
	expect(written).toBe(render(registries));
});
