import { DIALECTS, onTheWire, openScene } from './scene';
import { openShop } from './shop';
import { TITLES } from './titleTable';
import type { Ids } from './titleTable';

let scene: Awaited<ReturnType<typeof openScene>>;
let ids: Ids;
beforeAll(async () => {
	scene = await openScene();
});
afterAll(async () => await scene.close());

beforeEach(async () => void (ids = await openShop(scene)));

describe.each(DIALECTS)('in the %s dialect', (dialect) => {
	beforeEach(async () => await scene.settings({ dialect }));

	test.each(Object.entries(TITLES))('%s', async (_, { parameters, calls, failsIn }) => {
		const { error, json } = await scene.run(parameters, [{ ...ids }]);

		const expected = calls(ids);
		const requests = await scene.requests();
		expect(requests.map(onTheWire)).toEqual(Array.isArray(expected) ? expected : expected[dialect]);
		if (failsIn === dialect) {
			expect(error).toBeDefined();
			expect(requests.at(-1)?.status).toBe(405);
		} else {
			expect(error).toBeUndefined();
			expect(json.length).toBeGreaterThan(0);
			expect(requests.at(-1)?.status).toBeLessThan(300);
		}
	});
});

test('the provider’s collection has 33 titles', () => {
	expect(Object.keys(TITLES)).toHaveLength(33);
});
