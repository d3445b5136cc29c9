import { isAdmitted } from '../../../../whatsapp/events/admit';

describe('a delivery', () => {
	it('with the secret is admitted', () => {
		expect(isAdmitted('s3cret-ü', 's3cret-ü')).toBe(true);
	});

	it('whose header came twice counts by the first', () => {
		expect(isAdmitted('s3cret', ['s3cret', 'other'])).toBe(true);
		expect(isAdmitted('s3cret', ['other', 's3cret'])).toBe(false);
	});

	it.each([
		[undefined],
		[null],
		[''],
		['s3cre'],
		['s3cret '],
		['S3CRET'],
		[[]],
		[['']],
		[{}],
		[{ length: 6 }],
		[1],
	])('with %j is not', (given) => {
		expect(isAdmitted('s3cret', given)).toBe(false);
	});

	it('is never admitted by an empty secret', () => {
		expect(isAdmitted('', '')).toBe(false);
		expect(isAdmitted('', undefined)).toBe(false);
	});
});
