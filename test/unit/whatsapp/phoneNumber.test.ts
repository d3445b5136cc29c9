import * as fc from 'fast-check';

import { asShown, digitsOf, phoneNumber } from '../../../whatsapp/phoneNumber';
import { comparableId, isSamePerson } from '../../../whatsapp/sameNumber';

/** E.164: a number of any country. */
const number = fc.stringMatching(/^[1-9]\d{6,14}$/);
const FORMAT = [
	'\u200B',
	'\u200E',
	'\u200F',
	'\u202A',
	'\u202C',
	'\u2060',
	'\u2066',
	'\u2069',
	'\uFEFF',
	'\u00AD',
];
const SEPARATORS = [
	' ',
	'-',
	'\u2010',
	'\u2011',
	'\u2012',
	'\u2013',
	'\u2014',
	'\u2212',
	'\uFE63',
	'\u00A0',
	'\u202F',
	'/',
];

/** The digits with some of these strewn in. */
const strewn = (marks: readonly string[]) =>
	fc
		.tuple(number, fc.infiniteStream(fc.tuple(fc.nat({ max: 3 }), fc.constantFrom(...marks))))
		.map(([digits, dice]) => ({
			digits,
			written: [...digits]
				.map((digit) => {
					const [often, mark] = dice.next().value as [number, string];
					return often === 0 ? mark + digit : digit;
				})
				.join(''),
		}));

describe('a phone number', () => {
	test('in digits stays as it is, with or without the signs of an international call', () => {
		fc.assert(
			fc.property(number, fc.constantFrom('', '+', '00', '+00', ' +'), (digits, sign) => {
				expect(phoneNumber(sign + digits)).toEqual({ value: digits });
			}),
		);
	});

	test('may hold format characters of Unicode anywhere', () => {
		fc.assert(
			fc.property(strewn(FORMAT), ({ digits, written }) => {
				expect(phoneNumber(written)).toEqual({ value: digits });
			}),
		);
	});

	test('may hold any dash and any space of Unicode', () => {
		fc.assert(
			fc.property(strewn(SEPARATORS), ({ digits, written }) => {
				expect(phoneNumber(written)).toEqual({ value: digits });
			}),
		);
	});

	test('loses decimals of zero, and is refused with any other', () => {
		const long = fc.stringMatching(/^[1-9]\d{9,14}$/);
		fc.assert(
			fc.property(long, fc.integer({ min: 1, max: 6 }), fc.constantFrom('.', ','), (digits, zeros, mark) => {
				expect(phoneNumber(digits + mark + '0'.repeat(zeros))).toEqual({ value: digits });
			}),
		);
		fc.assert(
			fc.property(long, fc.stringMatching(/^\d{0,5}[1-9]\d{0,5}$/), (digits, decimals) => {
				expect(phoneNumber(`${digits}.${decimals}`)).toHaveProperty('problem');
			}),
		);
	});

	test('is refused in scientific notation, whichever digits it has', () => {
		fc.assert(
			fc.property(fc.double({ min: 1e21, noNaN: true, noDefaultInfinity: true }), (given) => {
				expect(phoneNumber(String(given))).toHaveProperty('problem');
			}),
		);
	});

	test('loses a trunk 0 in brackets where the country has one', () => {
		const countries = fc.constantFrom('44', '49', '33', '61', '91', '27', '971', '353', '886');
		const rest = fc.stringMatching(/^[1-9]\d{6,9}$/);
		fc.assert(
			fc.property(countries, rest, fc.constantFrom('+', '00', ''), (code, digits, sign) => {
				expect(phoneNumber(`${sign}${code} (0)${digits}`)).toEqual({ value: code + digits });
				expect(phoneNumber(`${sign}${code}-(0${digits.slice(0, 3)})-${digits.slice(3)}`)).toEqual({
					value: code + digits,
				});
			}),
		);
	});

	test('is refused with a bracketed 0 in a country that has no such prefix', () => {
		const countries = fc.constantFrom('1', '7', '34', '39', '45', '52', '225', '351');
		fc.assert(
			fc.property(countries, fc.stringMatching(/^[1-9]\d{6,9}$/), (code, digits) => {
				expect(phoneNumber(`+${code} (0) ${digits}`)).toHaveProperty('problem');
			}),
		);
	});

	test.each([
		['+44 (0)20 (0)7946', 'the 0 in brackets'],
		['+44 (0)07700 900123', 'the 0 in brackets'],
		['4477 (0)900123', 'the 0 in brackets'],
		['(0)7700 900123', 'must not start with 0'],
		['447700900123 +447700900124', 'not a phone number'],
		['447700.900123', 'decimal point'],
	])('%s is refused: %s', (typed, reason) => {
		expect(phoneNumber(typed)).toMatchObject({ problem: expect.stringContaining(reason) });
	});

	test.each([
		['(+44) 7700 900123', '447700900123'],
		['(0044) 7700 900123', '447700900123'],
		['(+44)(0)7700 900123', '447700900123'],
		['+44 7700.900.123', '447700900123'],
		['+49177.1234567', '491771234567'],
		['44 7700 900.123', '447700900123'],
		['+91 (0000) 000123', '910000000123'],
		['+225 (07) 12 34 56 78', '2250712345678'],
	])('%s is %s', (typed, digits) => {
		expect(phoneNumber(typed)).toEqual({ value: digits });
	});

	test('has as many digits as the provider wants at least', () => {
		expect(phoneNumber('1234567', 7)).toEqual({ value: '1234567' });
		expect(phoneNumber('1234567', 8)).toMatchObject({ problem: expect.stringContaining('8 to 15') });
	});

	test('of a card may be a short one, and is shown as people write it', () => {
		expect(digitsOf('112')).toEqual({ value: '112' });
		expect(asShown('\u202A+44 (0)7700 900555\u202C')).toBe('+44 (0)7700 900555');
		expect(asShown('447700900555.0')).toBe('447700900555');
		expect(asShown('020 7946 0958 ext. 12')).toBe('020 7946 0958 ext. 12');
	});
});

describe('comparing numbers', () => {
	test.each([
		['Brazil', '5511987654321', '551187654321'],
		['Brazil', '5531999998888', '553199998888'],
		['Mexico', '5215512345678', '525512345678'],
		['Argentina', '5491123456789', '541123456789'],
	])('%s: %s and %s are one person', (_country, one, other) => {
		for (const [a, b] of [
			[one, other],
			[`+${one}`, `00${other}`],
			[`\u202A+${other}\u202C`, one],
		]) {
			expect(isSamePerson(a, b)).toBe(true);
		}
	});

	test.each([
		['a landline of Brazil and a mobile number', '551133334444', '5511933334444'],
		['another area', '5511987654321', '5521987654321'],
		['ten digits too many or few', '52155123456789', '5255123456789'],
		['another country', '541123456789', '551123456789'],
		['a user id', 'IN.9000000001', 'IN.9000000002'],
	])('%s is somebody else', (_what, one, other) => {
		expect(isSamePerson(one, other)).toBe(false);
	});

	test('whatever it is, it is the same as itself, and numbers are the same however they are written', () => {
		fc.assert(
			fc.property(fc.string(), (id) => {
				expect(isSamePerson(id, id)).toBe(true);
			}),
		);
		fc.assert(
			fc.property(strewn([...SEPARATORS, ...FORMAT]), ({ digits, written }) => {
				expect(comparableId(written)).toBe(comparableId(digits));
			}),
		);
	});

	test('different numbers outside the three countries stay different', () => {
		const elsewhere = number.filter((digits) => !/^5[245]/.test(digits));
		fc.assert(
			fc.property(elsewhere, elsewhere, (one, other) => {
				expect(isSamePerson(one, other)).toBe(one === other);
			}),
		);
	});
});
