import { withoutEmpty, withoutUndefined } from '../../../../core/fields/omit';

const values = { nothing: null, no: false, zero: 0, blank: '', list: [], object: {}, filled: [0] };
const given = { none: undefined, ...values };

test('undefined is left out, and nothing else', () => {
	expect(Object.entries(withoutUndefined(given))).toEqual(Object.entries(values));
});

test('what holds nothing is left out as well; false, zero and an empty text are values', () => {
	expect(Object.entries(withoutEmpty(given))).toEqual(
		Object.entries({ no: false, zero: 0, blank: '', filled: [0] }),
	);
});
