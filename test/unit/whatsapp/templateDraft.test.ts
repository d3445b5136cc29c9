import type { TemplateDraft } from '../../../whatsapp/templateDraft';
import { authenticationComponents, draftComponents, parameterFormat } from '../../../whatsapp/templateDraft';

const draft = (change: Partial<TemplateDraft> = {}): TemplateDraft => ({
	body: 'We are open.',
	bodyExamples: [],
	buttons: [],
	...change,
});
const problem = (change: Partial<TemplateDraft>) => {
	const result = draftComponents(draft(change));
	return 'problem' in result ? `${result.part}: ${result.problem}` : undefined;
};

test('a body alone is enough', () => {
	expect(draftComponents(draft())).toEqual({ value: [{ type: 'BODY', text: 'We are open.' }] });
});

test('all parts in their order, with a sample for every variable', () => {
	expect(
		draftComponents({
			header: { format: 'TEXT', text: 'Order {{1}}', example: '88' },
			body: 'Hello {{1}}, we deliver on {{2}}.',
			bodyExamples: [{ value: 'Dana' }, { value: 'Tuesday' }],
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

test('samples are matched to numbers by their size and to names as they appear, unless they say theirs', () => {
	const example = (body: string, ...bodyExamples: Array<{ variable?: string; value: string }>) => {
		const result = draftComponents(draft({ body, bodyExamples }));
		return 'value' in result ? result.value[0].example : result;
	};
	expect(example('Hello {{2}}, your {{1}} is here.', { value: 'cup' }, { value: 'Dana' })).toEqual({
		body_text: [['cup', 'Dana']],
	});
	const named = {
		body_text_named_params: [
			{ param_name: 'customer', example: 'Dana' },
			{ param_name: 'article', example: 'cup' },
		],
	};
	const body = 'Hello {{customer}}, your {{article}} is here. Bye {{customer}}!';
	expect(example(body, { value: 'Dana' }, { value: 'cup' })).toEqual(named);
	expect(
		example(body, { variable: 'article', value: 'cup' }, { variable: 'customer', value: 'Dana' }),
	).toEqual(named);
	expect(example(body, { variable: 'article', value: 'cup' }, { variable: 'colour', value: 'red' })).toEqual({
		part: 'bodyExamples',
		problem: 'no sample for {{customer}}',
	});
});

test('a named variable of the header has its sample by name', () => {
	const header = { format: 'TEXT', text: 'Order {{order_number}}', example: '88' } as const;
	expect(draftComponents(draft({ header }))).toMatchObject({
		value: [
			{
				type: 'HEADER',
				text: 'Order {{order_number}}',
				example: { header_text_named_params: [{ param_name: 'order_number', example: '88' }] },
			},
			{ type: 'BODY' },
		],
	});
});

describe('what a template says about its variables', () => {
	const body = (text: unknown) => ({ type: 'BODY', text });

	test.each<[components: unknown[], expected: object]>([
		[[body('We are open.')], {}],
		[[body('Hello {{1}}!')], {}],
		[[body('Hello {{customer}}!')], { parameter_format: 'named' }],
		[
			[{ type: 'header', format: 'text', text: 'For {{customer}}' }, body('Hi.')],
			{ parameter_format: 'named' },
		],
		[
			[body('Look!'), { type: 'CAROUSEL', cards: [{ components: [body('For {{customer}}')] }] }],
			{ parameter_format: 'named' },
		],
		// The address of a button is numbered always, and nothing else of a template has variables.
		[[body('Hi.'), { type: 'BUTTONS', buttons: [{ type: 'URL', url: 'https://example.org/{{1}}' }] }], {}],
		[[null, 'BODY', { text: '{{customer}}' }, body(['{{customer}}'])], {}],
	])('%j', (components, value) => {
		expect(parameterFormat(components)).toEqual({ value });
	});

	test('is not both', () => {
		expect(parameterFormat([body('Hello {{customer}}, order {{1}} is here.')])).toEqual({
			problem: '{{1}} and {{customer}} are mixed: a template has either numbers or names',
		});
	});
});

test('an authentication template has WhatsApp’s own text and a button for the code', () => {
	expect(authenticationComponents({ securityRecommendation: false })).toEqual([
		{ type: 'BODY', add_security_recommendation: false },
		{ type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
	]);
	expect(
		authenticationComponents({ securityRecommendation: true, expirationMinutes: 10, buttonText: 'Copy' }),
	).toEqual([
		{ type: 'BODY', add_security_recommendation: true },
		{ type: 'FOOTER', code_expiration_minutes: 10 },
		{ type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE', text: 'Copy' }] },
	]);
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

const codes = (count: number) =>
	Array.from({ length: count }, () => ({ type: 'COPY_CODE', text: 'a', example: 'SAVE5' }) as const);

test('up to three quick replies, two buttons for the web or a call, and one that copies a code', () => {
	expect(problem({ buttons: [...quick(3), ...urls(2), ...codes(1)] })).toBeUndefined();
	expect(problem({ buttons: codes(2) })).toBe('buttons: 2 buttons that copy a code added, the maximum is 1');
	expect(problem({ buttons: quick(4) })).toBe('buttons: 4 quick replies added, the maximum is 3');
	expect(problem({ buttons: urls(3) })).toBe('buttons: 3 web and phone buttons added, the maximum is 2');
});

test.each([
	[{ header: { format: 'TEXT', text: '{{1}} {{2}}' } }, /^header: 2 variables/],
	[
		{ header: { format: 'TEXT', text: 'Order {{1}}' } },
		/^headerExample: nothing is filled in, but the header has a variable$/,
	],
	[{ body: 'Hello {{1}}, bye' }, /^bodyExamples: 0 added, but the body has 1 variable$/],
	[
		{ body: 'Hello', bodyExamples: [{ value: 'Dana' }] },
		/^bodyExamples: 1 added, but the body has 0 variables$/,
	],
	[{ body: 'Hello {{1}} and {{3}}.' }, /^body: .*\{\{2\}\} is missing/],
	[
		{
			header: { format: 'TEXT', text: 'Order {{1}}', example: '88' },
			body: 'Hello {{customer}}!',
			bodyExamples: [{ value: 'Dana' }],
		},
		/^body: \{\{1\}\} and \{\{customer\}\} are mixed/,
	],
	[
		{
			buttons: [
				{ type: 'URL', text: 'a', url: 'https://example.org/{{order}}', example: 'https://example.org/8' },
			],
		},
		/^buttons: the address of button 1 is wrong: \{\{order\}\} must be written/,
	],
	[{ body: '{{1}} is here' }, /^body: it begins with a variable/],
	[{ footer: 'By {{1}}' }, /^footer: a footer cannot hold a variable/],
	[
		{ buttons: [{ type: 'URL', text: 'a', url: 'https://example.org/{{1}}' }] },
		/^buttons: button 1 needs a sample$/,
	],
] as Array<[Partial<TemplateDraft>, RegExp]>)('%j is refused', (change, expected) => {
	expect(problem(change)).toMatch(expected);
});
