import type { TemplateDraft } from '../../../whatsapp/templateDraft';
import { draftComponents, nameProblem } from '../../../whatsapp/templateDraft';

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

test.each([
	['header', 60],
	['body', 1024],
	['footer', 60],
] as const)('the %s may have %i characters and no more', (part, most) => {
	const change = (length: number): Partial<TemplateDraft> =>
		part === 'header'
			? { header: { format: 'TEXT', text: 'é'.repeat(length) } }
			: { [part]: '🙂'.repeat(length) };
	expect(problem(change(most))).toBeUndefined();
	expect(problem(change(most + 1))).toBe(
		`${part} has ${most + 1} characters, at most ${most} are allowed`,
	);
});

const quick = (count: number) => Array.from({ length: count }, () => ({ type: 'QUICK_REPLY', text: 'a' }) as const);
const urls = (count: number) =>
	Array.from({ length: count }, () => ({ type: 'URL', text: 'a', url: 'https://example.org' }) as const);

test('up to three quick replies and two other buttons', () => {
	expect(problem({ buttons: [...quick(3), ...urls(2)] })).toBeUndefined();
	expect(problem({ buttons: quick(4) })).toBe('buttons have 4 quick replies, at most 3 are allowed');
	expect(problem({ buttons: urls(3) })).toBe('buttons have 3 web and phone buttons, at most 2 are allowed');
});

test.each([
	[{ header: { format: 'TEXT', text: '{{1}} {{2}}' } }, 'header has 2 variables, a header takes one'],
	[{ header: { format: 'TEXT', text: 'Order {{1}}' } }, 'headerExample is empty, but the header has a variable'],
	[{ body: 'Hello {{1}}, bye' }, 'bodyExamples are 0, but the body has 1 variables'],
	[{ body: 'Hello', bodyExamples: ['Dana'] }, 'bodyExamples are 1, but the body has 0 variables'],
	[{ body: 'Hello {{1}} and {{3}}.' }, 'body has no variable {{2}}, but later ones'],
	[
		{ body: 'Hello {{name}}.' },
		'body has named variables: number them {{1}}, {{2}} and so on, or give the components as JSON',
	],
	[{ body: '{{1}} is here' }, 'body begins or ends with a variable, which WhatsApp refuses'],
	[{ body: 'Here is {{1}}' }, 'body begins or ends with a variable, which WhatsApp refuses'],
	[{ body: 'Hello {{1}} {{2}}, bye' }, 'body has two variables side by side, which WhatsApp refuses'],
	[{ footer: 'By {{1}}' }, 'footer has a variable, which a footer cannot have'],
	[
		{ buttons: [{ type: 'URL', text: 'a', url: 'https://example.org/{{1}}' }] },
		'buttons have no sample for button 1, which WhatsApp wants',
	],
] as Array<[Partial<TemplateDraft>, string]>)('%j is refused', (change, expected) => {
	expect(problem(change)).toBe(expected);
});

test('names hold lower-case letters, digits and underscores', () => {
	expect(nameProblem('delivery_slot_2')).toBeUndefined();
	expect(nameProblem('a'.repeat(512))).toBeUndefined();
	expect(nameProblem('a'.repeat(513))).toBe('has 513 characters, at most 512 are allowed');
	expect(nameProblem('Delivery Slot')).toMatch(/may hold only lower-case letters/);
});
