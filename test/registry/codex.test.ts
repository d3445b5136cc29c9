import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { name as packageName } from '../../package.json';
import { nodes } from './published';

/** The codex file of a node: how n8n's panel finds and files it. */
interface Codex {
	node: string;
	categories: string[];
	subcategories?: Record<string, string[]>;
	alias: string[];
	resources: Record<'primaryDocumentation' | 'credentialDocumentation', Array<{ url: string }>>;
}

describe.each(nodes)('the codex of %s', (name, { description }) => {
	const room = name.replace(/Trigger$/, '');
	const file = join(__dirname, '../../nodes', room, `${name}.node.json`);
	const codex = JSON.parse(readFileSync(file, 'utf8')) as Codex;

	test('belongs to the node', () => {
		expect(codex.node).toBe(`${packageName}.${description.name}`);
	});

	test('finds it by the words people search for', () => {
		expect(codex.alias).toEqual(expect.arrayContaining(['WhatsApp', 'BSP', 'WABA', '360dialog']));
		expect(new Set(codex.alias).size).toBe(codex.alias.length);
	});

	test('leads to documentation of node and credential', () => {
		const { primaryDocumentation, credentialDocumentation } = codex.resources;
		for (const [{ url }] of [primaryDocumentation, credentialDocumentation]) expect(url).toMatch(/^https:/);
	});

	test('files it where n8n files its own', () => {
		const isTrigger = description.group.includes('trigger');
		expect(codex.categories).toContain('Communication');
		expect(codex.categories.includes('HITL')).toBe(!isTrigger);
		expect(codex.subcategories).toEqual(isTrigger ? undefined : { HITL: ['Human in the Loop'] });
	});
});
