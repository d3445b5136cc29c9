import { runNode } from './harness';
import type { Reply } from './provider';
import { startProvider } from './provider';

/** A read of each provider, and the header its key goes out in. */
const PROVIDERS = [
	[
		'heltar',
		'heltarApi',
		{ resource: 'business', operation: 'get' },
		'authorization',
		'Bearer key_4711_4711',
	],
	['helloAll', 'helloAllApi', { resource: 'phoneNumber', operation: 'get' }, 'api-key', 'key_4711_4711'],
] as const;

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

describe.each(PROVIDERS)('the key of %s', (type, credential, parameters, header, sent) => {
	const run = async (apiKey: string, baseUrl = provider.url) =>
		await runNode({ type, parameters, credentials: { [credential]: { apiKey, baseUrl } } });

	test.each(['key_4711_4711', ' key_4711_4711', 'key_4711_4711 \n', '\u00a0\tkey_4711_4711\ufeff'])(
		'%j goes out without what was copied along with it',
		async (typed) => {
			expect((await run(typed)).error).toBeUndefined();
			expect(provider.calls().map(({ headers }) => headers[header])).toEqual([sent]);
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
