import type { ICredentialType, INodeProperties, INodePropertyOptions, INodeType } from 'n8n-workflow';
import { basename, dirname, join } from 'node:path';

import { n8n as published } from '../../package.json';

const root = join(__dirname, '../..');

/** The class a file of dist/ is compiled from; n8n knows it by the file's name. */
function load<T>(compiled: string): [name: string, one: T] {
	const source = compiled.replace(/^dist\//, '').replace(/\.js$/, '');
	const name = basename(source).split('.')[0];
	const module = jest.requireActual<Record<string, new () => T>>(join(root, source));
	return [name, new module[name]()];
}

/** What n8n loads: every node and every credential type that package.json names. */
export const nodes = published.nodes.map((file) => load<INodeType>(file));
export const credentials = published.credentials.map((file) => load<ICredentialType>(file));

/** The folder below nodes/ that holds a node, by the name of its class. */
export function roomOf(node: string): string {
	const file = published.nodes.find((one) => basename(one) === `${node}.node.js`);
	if (!file) throw new Error(`package.json names no node ${node}`);
	return basename(dirname(file));
}

/** Every property at every depth, with the way to it. */
export function everyProperty(properties: INodeProperties[], path = ''): Array<[string, INodeProperties]> {
	return properties.flatMap((property) => {
		const at = `${path}${property.name}`;
		const inner = (property.options ?? []).flatMap((option) =>
			'values' in option ? option.values : 'type' in option ? [option as INodeProperties] : [],
		);
		return [[at, property] as [string, INodeProperties], ...everyProperty(inner, `${at}.`)];
	});
}

/** A text the editor shows, and how it is used, which decides what n8n wants of its form. */
export interface ShownText {
	at: string;
	kind: 'name' | 'sentence' | 'action' | 'placeholder';
	text: string;
	of: INodeProperties['type'] | 'node';
}

const menuOf = ({ options = [] }: INodeProperties) =>
	options.filter((option): option is INodePropertyOptions => !('values' in option) && !('type' in option));

function textsOfProperty([at, property]: [string, INodeProperties]): ShownText[] {
	const { displayName, description, hint, placeholder, type, options = [], modes = [] } = property;
	const say = (kind: ShownText['kind'], text: string | undefined, where = at): ShownText[] =>
		text ? [{ at: where, kind, text, of: type }] : [];
	return [
		...say(type === 'notice' ? 'sentence' : 'name', displayName),
		...say('sentence', description),
		...say('sentence', hint),
		...say('placeholder', placeholder),
		...options.flatMap((option) => ('values' in option ? say('name', option.displayName) : [])),
		...menuOf(property).flatMap(({ name, description: meaning, action }) => [
			...say('name', name),
			...say('sentence', meaning, `${at} → ${name}`),
			...say('action', action),
		]),
		...modes.flatMap((mode) => [
			...say('name', mode.displayName),
			...say('sentence', mode.hint),
			...(mode.type === 'string' ? say('placeholder', mode.placeholder) : []),
		]),
	];
}

/** Everything a user reads in the editor, of every node and every credential type. */
export const shownTexts: ShownText[] = [
	...nodes.flatMap(([name, { description }]): ShownText[] => [
		{ at: name, kind: 'name', text: description.displayName, of: 'node' },
		{ at: name, kind: 'sentence', text: description.description, of: 'node' },
		...everyProperty(description.properties, `${name}.`).flatMap(textsOfProperty),
	]),
	...credentials.flatMap(([name, { displayName, properties }]): ShownText[] => [
		{ at: name, kind: 'name', text: displayName, of: 'node' },
		...everyProperty(properties, `${name}.`).flatMap(textsOfProperty),
	]),
];
