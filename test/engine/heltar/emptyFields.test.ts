import type { IDataObject } from 'n8n-workflow';

import type { Field } from '../../../core/fields/field';
import { resources } from '../../../nodes/Heltar/operations';
import { minimalParameters as needed, rowMissing } from './minimalParameters';
import { useScene } from './scene';

const scene = useScene();

/** Files are uploaded and downloaded, and a question waits: these have tests of their own. */
const APART = ['media.download', 'media.upload', 'message.sendAndWait'];

/** Documented as they are: an upsert has all keys, a template without variables an empty list. */
const EMPTY_BY_DESIGN: Record<string, string[]> = {
	'campaign.send': ['messages.0.variables'],
	'contact.upsert': ['0.username'],
	'message.sendTemplate': ['messages.0.variables'],
	'schedule.campaign': ['messages.0.variables'],
	'schedule.message': ['messages.0.variables'],
};

const operations = resources.flatMap(({ value, operations: all }) =>
	all.map((operation) => [`${value}.${operation.value}`, operation] as const),
);
const everyName = new Set(operations.flatMap(([, { fields }]) => Object.keys(fields)));

type Property = Field['property'] & { name: string };

/** An added switch says something either way. */
const canBeLeftEmpty = ({ type }: Property) => type !== 'boolean';

/** What the editor keeps of a field that was added, or looked at, and left empty. */
function leftEmpty({ type, options, default: preset }: Field['property']): unknown {
	switch (type) {
		case 'collection': {
			const added = (options as Property[]).filter(canBeLeftEmpty);
			return Object.fromEntries(added.map((option) => [option.name, leftEmpty(option)]));
		}
		case 'fixedCollection':
			return {};
		case 'resourceMapper':
			return { mappingMode: 'defineBelow', value: null };
		case 'string':
		case 'number':
		case 'json':
			return '';
		default:
			return preset;
	}
}

/** The places of empty texts, lists and objects. */
function emptyPlaces(value: unknown, place = ''): string[] {
	if (value === null || value === '') return [place];
	if (typeof value !== 'object') return [];
	const entries = Object.entries(value);
	if (entries.length === 0) return [place];
	return entries.flatMap(([key, inner]) => emptyPlaces(inner, place === '' ? key : `${place}.${key}`));
}

test('every operation stands in the table', () => {
	const ids = operations.map(([id]) => id);
	expect(ids.filter((id) => !(id in needed)).map(rowMissing)).toEqual([]);
	expect(Object.keys(needed).sort()).toEqual(ids.sort());
});

test.each(operations.filter(([id]) => id in needed && !APART.includes(id)))(
	'%s sends nothing empty and nothing that belongs to another operation',
	async (id, { fields }) => {
		const [resource, operation] = id.split('.');
		const calls = async (more: IDataObject) => {
			await scene.reset();
			await scene.run({ resource, operation, ...more, ...needed[id] });
			return await scene.wire();
		};
		const [call] = await calls({});
		expect(emptyPlaces(call.body ?? undefined)).toEqual(EMPTY_BY_DESIGN[id] ?? []);
		expect(emptyPlaces(call.query)).toEqual(Object.keys(call.query).length === 0 ? [''] : []);

		const emptied = Object.entries(fields)
			.filter(([, { property }]) => !property.required)
			.map(([name, { property }]) => [name, leftEmpty(property)]);
		const foreign = [...everyName].filter((name) => !(name in fields)).map((name) => [name, 'left over']);
		expect((await calls(Object.fromEntries([...emptied, ...foreign]) as IDataObject))[0]).toEqual(call);
	},
);
