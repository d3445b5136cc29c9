import { Linter } from 'eslint';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { join } from 'node:path';
import { parser } from 'typescript-eslint';

import { nodes } from './published';

/** Comes without types. */
const n8nNodesBase = jest.requireActual<{ configs: { nodes: { rules: Linter.RulesRecord } } }>(
	'eslint-plugin-n8n-nodes-base',
);

/**
 * n8n's linter reads source, and sees little of a node whose properties are composed. So each node's description is
 * written out as n8n's own nodes are written, and given to it.
 */

/** The order of filling in: a contact's name comes before the rest, a button's kind before what depends on it. */
const NOT_FITTING = 'n8n-nodes-base/node-param-fixed-collection-type-unsorted-items';

/** All about parameters. What concerns the class and its file stands in the source, where `npm run lint` sees it. */
const rules = Object.fromEntries(
	Object.entries(n8nNodesBase.configs.nodes.rules).filter(
		([name]) => name.startsWith('n8n-nodes-base/node-param-') && name !== NOT_FITTING,
	),
);

/** What is quoted is not wording: examples in JSON, and names of fields such as "id". */
const withoutQuotations = (text: string) => text.replace(/<code>.*?<\/code>|(?<!=)"[^"]*"(?!>)/g, 'X');

/**
 * The menus of resources and operations as the linter wants them: by name. As they are they follow what people look for
 * (operations.test.ts), since n8n's node panel shows actions in their order.
 */
const withSortedMenus = (properties: INodeProperties[]): INodeProperties[] =>
	properties.map((property) =>
		['resource', 'operation'].includes(property.name)
			? {
					...property,
					options: (property.options as INodePropertyOptions[]).toSorted((a, b) =>
						a.name.localeCompare(b.name, 'en'),
					),
				}
			: property,
	);

/** A value as source of the style the rules expect: names without quotes, texts in single ones. */
function asSource(value: unknown): string {
	if (Array.isArray(value)) return `[\n${value.map(asSource).join(',\n')}]`;
	if (typeof value === 'object' && value !== null) {
		const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
		const key = (name: string) => (/^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`);
		return `{\n${entries.map(([name, inner]) => `${key(name)}: ${asSource(inner)}`).join(',\n')}}`;
	}
	if (typeof value === 'string')
		return `'${JSON.stringify(withoutQuotations(value)).slice(1, -1).replace(/\\"/g, '"').replace(/'/g, "\\'")}'`;
	return JSON.stringify(value);
}

function findings(name: string, description: object): string[] {
	const source = `export class ${name} implements INodeType {\ndescription: INodeTypeDescription = ${asSource(description)};\n}\n`;
	const linter = new Linter({ cwd: join(__dirname, '../..') });
	const messages = linter.verify(
		source,
		[
			{
				files: ['**/*.ts'],
				languageOptions: { parser: parser as Linter.Parser },
				plugins: { 'n8n-nodes-base': n8nNodesBase as never },
				rules,
			},
		],
		{ filename: `nodes/${name}/${name}.node.ts` },
	);
	const lines = source.split('\n');
	return messages.map(({ ruleId, message, line }) => `${ruleId}: ${message}: ${lines[line - 1]}`);
}

test.each(nodes)('n8n’s linter finds nothing in all that %s shows', (name, { description }) => {
	const properties = withSortedMenus(description.properties);
	expect(findings(name, { ...description, properties })).toEqual([]);
});

test('the linter is at work', () => {
	const properties = [
		{ displayName: 'Open', name: 'isOpen', type: 'boolean', default: true, description: 'Opens.' },
	];
	expect(findings('Heltar', { ...nodes[0][1].description, properties }).join()).toMatch(/without-whether/);
});
