/**
 * docs/operations.md, rendered from the registries: every operation with every parameter. `npm run build` writes it; a
 * test renders it anew and compares.
 */
const { readdirSync, existsSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const escape = (text) => String(text).replace(/\|/g, '\\|').replace(/\n/g, ' ');

const TYPES = {
	collection: 'options',
	fixedCollection: 'list',
	json: 'JSON',
	options: 'choice',
	multiOptions: 'choices',
	resourceLocator: 'list or ID',
	resourceMapper: 'generated fields',
	string: 'text',
};

function defaultOf(value) {
	if (value === undefined || value === '' || (typeof value === 'object' && value !== null)) return '';
	return `\`${String(value)}\``;
}

/** One row a parameter; what is inside options and lists follows under a dotted name. */
function rows(fields, prefix = '') {
	return Object.entries(fields).flatMap(([name, field]) => {
		const property = field.property ?? field;
		if (property.type === 'notice') return [];
		const choices =
			property.type === 'options' && Array.isArray(property.options)
				? property.options.map((option) => `\`${option.value}\``).join(', ')
				: '';
		const condition = Object.entries(field.shownWhen ?? {})
			.map(([other, values]) => `\`${other}\` is ${values.map((value) => `\`${value}\``).join(' or ')}`)
			.join(' and ');
		const meaning = [
			property.description,
			choices && `One of ${choices}.`,
			condition && `Only when ${condition}.`,
		]
			.filter(Boolean)
			.map((sentence) => (sentence.endsWith('.') ? sentence : `${sentence}.`))
			.join(' ');
		const type = (TYPES[property.type] ?? property.type) + (property.required ? ', required' : '');
		const row = `| \`${prefix}${name}\` | ${escape(property.displayName)} | ${type} | ${defaultOf(property.default)} | ${escape(meaning)} |`;
		return [row, ...nested(property, `${prefix}${name}.`)];
	});
}

function nested(property, prefix) {
	const inner =
		property.type === 'collection'
			? property.options
			: property.type === 'fixedCollection'
				? property.options.flatMap((option) => option.values)
				: [];
	return rows(
		Object.fromEntries(
			inner.map((one) => [one.name, { property: one, shownWhen: one.displayOptions?.show }]),
		),
		property.type === 'fixedCollection' ? `${prefix.slice(0, -1)}[].` : prefix,
	);
}

function operationSection(resource, operation) {
	const parameters = rows(operation.fields);
	const table = [
		'| Parameter | Label | Type | Default | Meaning |',
		'| --- | --- | --- | --- | --- |',
		...parameters,
	];
	return [
		`### \`${resource.value}.${operation.value}\` ${resource.name}: ${operation.name}`,
		'',
		`${operation.description.replace(/\.$/, '')}.`,
		'',
		...(parameters.length > 0 ? table : ['No parameters.']),
		'',
	];
}

/** @param {ReadonlyArray<{name: string, resources: readonly object[]}>} providers in the order of the document */
function render(providers) {
	const lines = [
		'# Operations',
		'',
		'Every operation of both nodes and every parameter, generated from the registries by `npm run build`. The parameter',
		'name is what stands in a workflow’s JSON; `resource` and `operation` are the two halves of the id.',
		'',
	];
	for (const { name, resources } of providers) {
		lines.push(`## ${name}`, '');
		for (const resource of [...resources].sort((a, b) => a.name.localeCompare(b.name, 'en'))) {
			const operations = [...resource.operations].sort((a, b) => a.name.localeCompare(b.name, 'en'));
			for (const operation of operations) lines.push(...operationSection(resource, operation));
		}
	}
	return lines.join('\n');
}

/** A provider's room is known by its registry. */
function providerRooms(nodesFolder) {
	return readdirSync(nodesFolder).filter((room) => existsSync(join(nodesFolder, room, 'operations')));
}

/** @param {ReadonlyArray<{room: string, resources: readonly object[]}>} providers */
function write(file, providers) {
	const named = providers.map(({ room, resources }) => ({
		name: room.replace(/([a-z])([A-Z])/g, '$1 $2'),
		resources,
	}));
	writeFileSync(file, render(named));
}

module.exports = { render, write, providerRooms };
