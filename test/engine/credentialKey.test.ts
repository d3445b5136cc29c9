import type { IDataObject } from 'n8n-workflow';

import { liveProvider } from '../e2e/liveProviders';
import type { TestedProvider } from '../providers';
import { credentialsFor, testedProviders } from '../providers';
import { operationsOf } from './conformance/operations';
import { runNode } from './harness';
import type { Reply } from './provider';
import { startProvider } from './provider';

/** The first read that needs nothing, as parameters. */
function readOf(tested: TestedProvider): IDataObject {
	const { minimalParameters, apart } = tested.table;
	const isSimple = ([id, { effect }]: ReturnType<typeof operationsOf>[number]) =>
		effect === 'read' && !apart.includes(id) && Object.keys(minimalParameters[id]).length === 0;
	const [resource, operation] = operationsOf(tested).find(isSimple)![0].split('.');
	return { resource, operation };
}

const FINE: Reply = { body: { message: 'OK', data: {} } };
let answer = FINE;
beforeEach(() => {
	answer = FINE;
	provider.calls();
});
let provider: Awaited<ReturnType<typeof startProvider>>;
beforeAll(async () => {
	provider = await startProvider(() => answer);
});

describe.each(testedProviders)('the key of $type', (tested) => {
	const [[header, sent]] = Object.entries(liveProvider(tested.type).keyHeader('key_4711_4711'));
	const run = async (apiKey: string) =>
		await runNode({
			type: tested.type,
			parameters: readOf(tested),
			credentials: credentialsFor(tested, provider.url, apiKey),
		});

	test.each(['key_4711_4711', ' key_4711_4711', 'key_4711_4711 \n', '\u00a0\tkey_4711_4711\ufeff'])(
		'%j goes out without what was copied along with it',
		async (typed) => {
			expect((await run(typed)).error).toBeUndefined();
			expect(provider.calls().map(({ headers }) => headers[header.toLowerCase()])).toEqual([sent]);
		},
	);

	test('does not come back in an error, however it was typed', async () => {
		answer = {
			status: 400,
			body: { message: 'Bad request with key_4711_4711', errorMessage: 'key_4711_4711' },
		};
		const { error } = await run(' key_4711_4711 ');
		expect(error).toBeDefined();
		expect(JSON.stringify(error)).not.toContain('4711_4711');
	});
});
