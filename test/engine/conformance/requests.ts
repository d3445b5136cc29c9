import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { FieldRecord } from '../../../core/fields/field';
import type { TestedProvider } from '../../providers';
import { emptyPlaces, leftEmpty, limitsOf, operationsOf, withoutRequired } from './operations';
import { openRefusing } from './refusingProvider';

type Refusing = Awaited<ReturnType<typeof openRefusing>>;

/** How many calls of a run that reads are in flight at once. */
const SIDE_BY_SIDE = 5;

/** What holds for the requests of every operation. */
export function describeRequests(provider: TestedProvider): void {
	const { table } = provider;
	const { minimalParameters: needed, apart, emptyByDesign = {}, ownLimits = [], lacks } = table;
	const operations = operationsOf(provider);
	const isLacking = (id: string) => lacks?.operations.includes(id) ?? false;
	const callable = operations.filter(([id]) => id in needed && !apart.includes(id) && !isLacking(id));
	const everyName = new Set(operations.flatMap(([, { fields }]) => Object.keys(fields)));

	let server: Refusing;
	beforeAll(async () => {
		server = await openRefusing(provider);
	});

	test('every operation stands in the table, and nothing else', () => {
		const ids = operations.map(([id]) => id);
		expect(ids.filter((id) => !(id in needed)).map(table.rowMissing)).toEqual([]);
		expect(Object.keys(needed).filter((id) => !ids.includes(id))).toEqual([]);
		const named = [...apart, ...Object.keys(emptyByDesign), ...(lacks?.operations ?? [])];
		expect(named.filter((id) => !ids.includes(id))).toEqual([]);
	});

	test.each(operations)('%s is one of request, entry and run, and says what it does', (_id, operation) => {
		expect(['request', 'entry', 'run'].filter((kind) => kind in operation)).toHaveLength(1);
		expect(['read', 'send', 'create', 'never']).toContain(operation.effect);
		expect('bulk' in operation).toBe('entry' in operation);
	});

	test.each(callable)('%s sends nothing empty and nothing of another operation', async (id, { fields }) => {
		await server.run(id, needed[id]);
		const [call] = server.calls();
		expect(call).toBeDefined();
		expect(emptyPlaces(call.body ?? undefined)).toEqual(emptyByDesign[id] ?? []);
		const query = [...new URL(call.url, 'http://localhost').searchParams];
		expect(query.filter(([, value]) => value === '')).toEqual([]);

		const emptied = Object.entries(fields)
			.filter(([, { property }]) => !property.required)
			.map(([name, { property }]) => [name, leftEmpty(property)]);
		const foreign = [...everyName].filter((name) => !(name in fields)).map((name) => [name, 'left over']);
		const more = Object.fromEntries([...emptied, ...foreign]) as IDataObject;
		const { error } = await server.run(id, { ...more, ...needed[id] });
		expect([error?.message, server.calls()[0]]).toEqual([error?.message, call]);
	});

	if (lacks)
		test.each(lacks.operations)('%s, which the account lacks, is refused before any call', async (id) => {
			const { error, outputs } = await server.run(id, needed[id]);
			expect(error?.message).toContain(lacks.message);
			expect(error?.description).toContain(lacks.advice);
			expect(outputs.flat()).toEqual([]);
			expect(server.calls()).toEqual([]);
		});

	const required = operations.flatMap(([id, operation]) =>
		withoutRequired(operation, needed[id] ?? {}).map(([label, parameters]) => ({ id, label, parameters })),
	);
	test.each(required)(
		'$id without $label is refused before anything is sent',
		async ({ id, label, parameters }) => {
			const { error, outputs } = await server.run(id, { ...needed[id], ...parameters });
			expect(error?.message).toMatch(
				new RegExp(`^${escaped(label)}.*: (nothing is filled in|none added, the minimum is 1)`),
			);
			expect(error?.context.itemIndex).toBe(0);
			expect(outputs.flat()).toEqual([]);
			expect(server.calls()).toEqual([]);
		},
	);

	const limits = callable.flatMap(([id, operation]) =>
		limitsOf(operation)
			.filter(({ name }) => !ownLimits.includes(`${id} › ${name}`))
			.flatMap(({ label, min, max, with: parameters }) => [
				...(min === undefined ? [] : [{ id, label, at: min, beyond: min - 1, words: 'minimum', parameters }]),
				...(max === undefined ? [] : [{ id, label, at: max, beyond: max + 1, words: 'maximum', parameters }]),
			]),
	);
	if (limits.length > 0)
		test.each(limits)(
			'$id: the $words of $label is $at',
			async ({ id, label, at, beyond, words, parameters }) => {
				await server.run(id, { ...needed[id], ...parameters(at) });
				expect(server.calls()).not.toEqual([]);
				const { error } = await server.run(id, { ...needed[id], ...parameters(beyond) });
				expect(error?.message).toMatch(new RegExp(`${escaped(label)}: ${beyond}, the ${words} is ${at}$`));
				expect(server.calls()).toEqual([]);
			},
		);

	const reads = operations.filter(
		([id, { effect, singleItem }]) => effect === 'read' && !singleItem && !isLacking(id),
	);
	if (reads.length > 0)
		test.each(reads)('six items of %s are read side by side, five at a time', async (id) => {
			const parameters = { ...needed[id], ...table.reads?.[id] };
			const items = Array.from({ length: 6 }, () => ({}));
			const continues = { onError: 'continueRegularOutput' } as const;
			const peak = await server.whileHolding(
				SIDE_BY_SIDE,
				async () => await server.run(id, parameters, { items, node: continues }),
			);
			expect(server.calls().length).toBeGreaterThanOrEqual(6);
			expect(peak).toBe(SIDE_BY_SIDE);
		});

	const doers = operations.filter(([, { effect }]) => effect !== 'read');
	test.each(doers)('a run of %s that stops says what became of each item', async (id) => {
		const { error } = await server.run(id, needed[id], { items: [{}, {}, {}] });
		server.calls();
		const { outcomes } = error?.context.data as { outcomes: Record<string, number[]> };
		expect(Object.keys(outcomes)).toEqual(['sent', 'failed', 'unknown', 'untouched']);
		expect(Object.values(outcomes).flat().toSorted()).toEqual([0, 1, 2]);
		expect(outcomes.failed).toContain(0);
		expect([outcomes.sent, outcomes.unknown]).toEqual([[], []]);
		expect(error?.description).toContain('Of 3 items (counted from 0)');
	});

	const checkable = callable.filter(([, { fields }]) => hasOption(fields, 'checkOnly'));
	test.each(checkable)('%s with Check Only changes nothing and says what would be sent', async (id) => {
		await server.run(id, needed[id]);
		const [sent] = server.calls();
		const options = { ...(needed[id]?.options as IDataObject | undefined), checkOnly: true };
		const { error, json } = await server.run(id, { ...needed[id], options });
		expect(error).toBeUndefined();
		expect(server.calls().filter(({ method }) => method !== 'GET')).toEqual([]);
		expect(json).toMatchObject([{ checkOnly: true, outcome: 'untouched', preview: expect.anything() }]);
		const { request } = json[0] as { request: { method: string; url: string; body: IDataObject } };
		expect(request.url).toMatch(/^http:\/\/127/);
		// What has to be uploaded first has no address yet.
		if (sent.method === 'GET') return;
		expect(new URL(sent.url, request.url).pathname).toBe(new URL(request.url).pathname);
		expect(request.body).toEqual(sent.body);
	});

	const mistakes = Object.entries(table.mistakes ?? {});
	if (mistakes.length === 0) return;
	test.each(mistakes)('%s', async (_name, { resource, operation, parameters, message }) => {
		const { error, outputs } = await server.run(`${resource}.${operation}`, parameters);
		expect(error?.message).toBe(message);
		expect(outputs.flat()).toEqual([]);
		expect(server.calls()).toEqual([]);
	});
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const hasOption = ({ options }: FieldRecord, name: string): boolean =>
	((options?.property.options ?? []) as INodeProperties[]).some((option) => option.name === name);
