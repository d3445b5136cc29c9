import { NodeConnectionTypes } from 'n8n-workflow';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { name as packageName } from '../../package.json';
import { nodes, roomOf } from './published';

/** The codex file of a node: how n8n's panel finds and files it. */
interface Codex {
	node: string;
	categories: string[];
	subcategories?: Record<string, string[]>;
	alias: string[];
	resources: Record<'primaryDocumentation' | 'credentialDocumentation', Array<{ url: string }>>;
}

describe.each(nodes)('the codex of %s', (name, { description }) => {
	const room = roomOf(name);
	const isTrigger = description.group.includes('trigger');
	const isMemory = description.outputs.includes(NodeConnectionTypes.AiMemory as never);
	const file = join(__dirname, '../../nodes', room, `${name}.node.json`);
	const codex = JSON.parse(readFileSync(file, 'utf8')) as Codex;

	test('belongs to the node', () => {
		expect(codex.node).toBe(`${packageName}.${description.name}`);
	});

	test('finds it by the words people search for', () => {
		expect(codex.alias).toEqual(expect.arrayContaining(['WhatsApp', 'BSP', 'WABA', '360dialog']));
		// n8n's panel shows a trigger with its action node, which is then found by the words of the latter alone.
		const purposes = ['SMS', 'Broadcast', 'Notify', 'Reminder', 'OTP', 'Opt-In', 'Incoming Message'];
		if (!isTrigger && !isMemory)
			expect(codex.alias).toEqual(expect.arrayContaining([...purposes, 'Chatbot']));
		expect(new Set(codex.alias.map((word) => word.toLowerCase())).size).toBe(codex.alias.length);
	});

	test('leads to documentation of node and credential', () => {
		const { primaryDocumentation, credentialDocumentation } = codex.resources;
		for (const [{ url }] of [primaryDocumentation, credentialDocumentation]) expect(url).toMatch(/^https:/);
	});

	test('files it where n8n files its own', () => {
		expect(codex.categories).toContain('Communication');
		const isAction = !isTrigger && !isMemory;
		expect(codex.categories.includes('HITL')).toBe(isAction);
		expect(codex.categories.includes('AI')).toBe(isMemory);
		const human = isAction ? { HITL: ['Human in the Loop'] } : undefined;
		// The panel of an agent's memories shows those that are filed as its own are.
		expect(codex.subcategories).toEqual(isMemory ? { AI: ['Memory'], Memory: ['Other memories'] } : human);
	});
});
