import { NodeConnectionTypes } from 'n8n-workflow';

import { factsOfCredential, factsOfNode } from './describedFacts';
import { credentials, nodes } from './published';
import { broken, holdReleased, releasedIn } from './releasedFacts';

const MAIN = NodeConnectionTypes.Main;

/**
 * What the editor saves into workflows: names, values, defaults and versions. Labels and descriptions are not part of
 * it. What operations give back is compared in test/engine/released.
 */
test.each(nodes)('%s keeps every parameter, value and default that was released', (name, { description }) => {
	holdReleased(`descriptions/${name}`, factsOfNode(description));
});

test.each(credentials)('%s keeps every property that was released', (name, credential) => {
	holdReleased(`descriptions/${name}`, factsOfCredential(credential));
});

test('every node and credential that was released is still there', () => {
	const published = [...nodes, ...credentials].map(([name]) => name);
	expect(releasedIn('descriptions').filter((name) => !published.includes(name))).toEqual([]);
});

test('what every node gives back is compared, too', () => {
	const compared = releasedIn('outputs');
	// What belongs to an agent gives nothing to the next node.
	const withOutput = nodes.filter(([, { description }]) => description.outputs.includes(MAIN as never));
	const missing = withOutput.map(([name]) => name).filter((name) => !compared.includes(name));
	expect(missing.map((name) => `Compare the outputs of ${name} in test/engine/released`)).toEqual([]);
});

describe('the comparison', () => {
	const released = { 'text.send › body': { type: 'string', default: '' }, 'text.send › kind = a': true };

	test('takes the same in another order, and more', () => {
		const current = { 'text.send › kind = b': true, 'text.send › kind = a': true };
		expect(broken(released, { ...current, 'text.send › body': { default: '', type: 'string' } })).toEqual([]);
	});

	test('names what is gone and what differs, before and after', () => {
		expect(broken(released, { 'text.send › body': { type: 'string', default: 'Hi' } })).toEqual([
			'text.send › body: was {"default":"","type":"string"}, is {"default":"Hi","type":"string"}',
			'text.send › kind = a: is gone',
		]);
	});

	test('lets what had to be filled in be left empty, but not the other way round', () => {
		const place = 'text.send › body';
		const [needed, free] = [{ type: 'string', required: true }, { type: 'string' }];
		expect(broken({ [place]: needed }, { [place]: free })).toEqual([]);
		expect(broken({ [place]: free }, { [place]: needed })).toHaveLength(1);
		expect(broken({ [place]: needed }, { [place]: { type: 'number' } })).toHaveLength(1);
	});

	test('lets a text become a choice from a list, but nothing else, and not the other way round', () => {
		const place = 'text.send › bot';
		const text = { type: 'string', default: '', required: true };
		const choice = { type: 'resourceLocator', default: { mode: 'list', value: '' }, required: true };
		expect(broken({ [place]: text }, { [place]: choice })).toEqual([]);
		expect(broken({ [place]: choice }, { [place]: text })).toHaveLength(1);
		expect(broken({ [place]: { ...text, default: 'me' } }, { [place]: choice })).toHaveLength(1);
		expect(broken({ [place]: text }, { [place]: { ...choice, dependsOn: ['kind'] } })).toHaveLength(1);
		expect(broken({ [place]: text }, { [place]: { ...text, type: 'options' } })).toHaveLength(1);
	});

	test('lets fields be mapped by name, but not the other way round', () => {
		const place = 'text.send › values';
		const filled = { type: 'resourceMapper', typeOptions: { resourceMapper: { supportAutoMap: false } } };
		const mapped = { type: 'resourceMapper', typeOptions: { resourceMapper: { supportAutoMap: true } } };
		expect(broken({ [place]: filled }, { [place]: mapped })).toEqual([]);
		expect(broken({ [place]: mapped }, { [place]: filled })).toHaveLength(1);
		expect(broken({ [place]: filled }, { [place]: { ...mapped, type: 'json' } })).toHaveLength(1);
	});

	test('lets the editor show a limit and load again at another time, but save nothing else', () => {
		const place = 'text.send › rows';
		const rows = { type: 'fixedCollection', typeOptions: { multipleValues: true } };
		const limited = { ...rows, typeOptions: { multipleValues: true, maxAllowedFields: 3 } };
		expect(broken({ [place]: rows }, { [place]: limited })).toEqual([]);
		expect(broken({ [place]: limited }, { [place]: { ...limited, type: 'collection' } })).toHaveLength(1);
		const single = { ...rows, typeOptions: { maxAllowedFields: 3 } };
		expect(broken({ [place]: rows }, { [place]: single })).toHaveLength(1);
	});

	test('lets null become a value, but no value null', () => {
		expect(
			broken({ 'text.get › output.id (null)': true }, { 'text.get › output.id (string)': true }),
		).toEqual([]);
		expect(
			broken({ 'text.get › output.id (null)': true }, { 'text.get › output.idea (string)': true }),
		).toEqual(['text.get › output.id (null): is gone']);
		expect(
			broken({ 'text.get › output.id (string)': true }, { 'text.get › output.id (null)': true }),
		).toEqual(['text.get › output.id (string): is gone']);
	});

	test('lets a new parameter hide others, as long as its default shows them', () => {
		const to = 'text.send › to';
		const before = { [to]: { type: 'string', default: '' } };
		const hidden = { ...before[to], dependsOn: ['from'] };
		const from = (preset: string) => ({ 'text.send › from': { type: 'options', default: preset } });
		const shown = { [`${to} (shown when from is items)`]: true };
		const current = { [to]: hidden, ...shown, ...from('items') };
		expect(broken(before, current)).toEqual([]);
		expect(broken(before, { ...current, ...from('file') })).toHaveLength(1);
		expect(broken(before, { ...current, [to]: { ...hidden, default: 'x' } })).toHaveLength(1);
		// Of a parameter that was there already, a workflow may hold another value.
		expect(broken({ ...before, ...from('items') }, current)).toHaveLength(1);
	});
});
