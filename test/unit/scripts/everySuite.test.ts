import { demandAll } from '../../../scripts/everySuite';

const counts = (passed: number, failed: number, skipped: number) => ({ passed, failed, skipped });

test('where every suite is demanded, what was skipped has failed', () => {
	expect(
		demandAll({
			unit: counts(5, 0, 0),
			engine: counts(5, 1, 0),
			sandbox: counts(5, 0, 2),
			browser: counts(0, 0, 1),
			registry: counts(0, 0, 0),
		}),
	).toEqual({
		unit: counts(5, 0, 0),
		engine: counts(5, 1, 0),
		sandbox: counts(5, 2, 0),
		browser: counts(0, 1, 0),
		registry: counts(0, 1, 0),
	});
});
