import { DIALECTS, onTheWire, openFixture } from './fixture';
import { openShop } from './shop';
import { TITLES } from './titleTable';
import type { Ids } from './titleTable';

let fixture: Awaited<ReturnType<typeof openFixture>>;
let ids: Ids;
beforeAll(async () => {
	fixture = await openFixture();
});
afterAll(async () => await fixture.close());

beforeEach(async () => void (ids = await openShop(fixture)));

describe.each(DIALECTS)('in the %s dialect', (dialect) => {
	beforeEach(async () => await fixture.settings({ dialect }));

	test.each(Object.entries(TITLES))('%s', async (_, { parameters, calls, failsIn }) => {
		const { error, json } = await fixture.run(parameters, [{ ...ids }]);

		const expected = calls(ids);
		const requests = await fixture.requests();
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
