import type { TemplateDraft } from '../../../whatsapp/templateDraft';
import { draftComponents } from '../../../whatsapp/templateDraft';

const draft = (change: Partial<TemplateDraft> = {}): TemplateDraft => ({
	body: 'We are open.',
	bodyExamples: [],
	buttons: [],
	...change,
});
const problem = (change: Partial<TemplateDraft>) => {
	const result = draftComponents(draft(change));
	return 'problem' in result ? `${result.part} ${result.problem}` : undefined;
};

test('a body alone is enough', () => {
	expect(draftComponents(draft())).toEqual({ value: [{ type: 'BODY', text: 'We are open.' }] });
});

test('all parts in their order, with a sample for every variable', () => {
	expect(
		draftComponents({
			header: { format: 'TEXT', text: 'Order {{1}}', example: '88' },
			body: 'Hello {{1}}, we deliver on {{2}}.',
			bodyExamples: ['Dana', 'Tuesday'],
			footer: 'Example Ltd',
			buttons: [
				{ type: 'QUICK_REPLY', text: 'Fine' },
				{ type: 'URL', text: 'Track', url: 'https://example.org/{{1}}', example: 'https://example.org/88' },
				{ type: 'PHONE_NUMBER', text: 'Call', phone_number: '+447700900123' },
				{ type: 'COPY_CODE', example: 'SAVE5' },
			],
		}),
	).toEqual({
		value: [
			{ type: 'HEADER', format: 'TEXT', text: 'Order {{1}}', example: { header_text: ['88'] } },
			{
				type: 'BODY',
				text: 'Hello {{1}}, we deliver on {{2}}.',
				example: { body_text: [['Dana', 'Tuesday']] },
			},
			{ type: 'FOOTER', text: 'Example Ltd' },
			{
				type: 'BUTTONS',
				buttons: [
					{ type: 'QUICK_REPLY', text: 'Fine' },
					{
						type: 'URL',
						text: 'Track',
						url: 'https://example.org/{{1}}',
						example: ['https://example.org/88'],
					},
					{ type: 'PHONE_NUMBER', text: 'Call', phone_number: '+447700900123' },
					{ type: 'COPY_CODE', example: ['SAVE5'] },
				],
			},
		],
	});
});

test('a header with a file names its sample', () => {
	expect(
		draftComponents(draft({ header: { format: 'IMAGE', example: 'https://files.example.org/a.jpg' } })),
	).toMatchObject({
		value: [
			{ type: 'HEADER', format: 'IMAGE', example: { header_handle: ['https://files.example.org/a.jpg'] } },
			{ type: 'BODY' },
		],
	});
});

const quick = (count: number) =>
	Array.from({ length: count }, () => ({ type: 'QUICK_REPLY', text: 'a' }) as const);
const urls = (count: number) =>
	Array.from({ length: count }, () => ({ type: 'URL', text: 'a', url: 'https://example.org' }) as const);

test('up to three quick replies and two other buttons', () => {
	expect(problem({ buttons: [...quick(3), ...urls(2)] })).toBeUndefined();
	expect(problem({ buttons: quick(4) })).toBe('buttons have 4 quick replies, at most 3 are allowed');
	expect(problem({ buttons: urls(3) })).toBe('buttons have 3 web and phone buttons, at most 2 are allowed');
});

test.each([
	[{ header: { format: 'TEXT', text: '{{1}} {{2}}' } }, /^header has 2 variables/],
	[
		{ header: { format: 'TEXT', text: 'Order {{1}}' } },
		/^headerExample is empty, but the header has a variable$/,
	],
	[{ body: 'Hello {{1}}, bye' }, /^bodyExamples has 0 entries, but the body has 1 variable$/],
	[{ body: 'Hello', bodyExamples: ['Dana'] }, /^bodyExamples has 1 entry, but the body has 0 variables$/],
	[{ body: 'Hello {{1}} and {{3}}.' }, /^body .*\{\{2\}\} is missing/],
	[{ body: '{{1}} is here' }, /^body begins with a variable/],
	[{ footer: 'By {{1}}' }, /^footer holds a variable/],
	[
		{ buttons: [{ type: 'URL', text: 'a', url: 'https://example.org/{{1}}' }] },
		/^buttons have no sample for button 1, which WhatsApp wants$/,
	],
] as Array<[Partial<TemplateDraft>, RegExp]>)('%j is refused', (change, expected) => {
	expect(problem(change)).toMatch(expected);
});
