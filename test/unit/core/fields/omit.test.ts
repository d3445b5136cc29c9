import { withoutEmpty, withoutUndefined } from '../../../../core/fields/omit';

const given = {
	none: undefined,
	nothing: null,
	no: false,
	zero: 0,
	blank: '',
	list: [],
	object: {},
	filled: [0],
};

test('undefined is left out, and nothing else', () => {
	const { none: _none, ...rest } = given;
	expect(Object.entries(withoutUndefined(given))).toEqual(Object.entries(rest));
});

test('what holds nothing is left out as well; false, zero and an empty text are values', () => {
	expect(Object.entries(withoutEmpty(given))).toEqual(
		Object.entries({ no: false, zero: 0, blank: '', filled: [0] }),
	);
});
