import { columnsOf, readVersion, variablesOf } from '../../../whatsapp/template';

const columns = (...components: unknown[]) =>
	columnsOf(readVersion({ name: 'a', language: 'en', status: 'APPROVED', components }));
const ids = (...components: unknown[]) => {
	const found = columns(...components);
	return 'columns' in found ? found.columns.map(({ id }) => id) : found;
};

test('variables of a text count once, in their order', () => {
	expect(variablesOf('{{2}} and {{ 1 }} and {{2}}')).toEqual(['2', '1']);
	expect(variablesOf('Hello {{first_name}}')).toEqual(['first_name']);
	expect(variablesOf('{{}} { 1 } nothing')).toEqual([]);
	expect(variablesOf(undefined)).toEqual([]);
});

test('a template without variables needs nothing', () => {
	expect(
		ids(
			{ type: 'HEADER', format: 'TEXT', text: 'Hello' },
			{ type: 'BODY', text: 'We are open.' },
			{ type: 'FOOTER', text: 'Example Ltd' },
			{ type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Fine' }] },
		),
	).toEqual([]);
});

test('every column says where it belongs and shows the words around it', () => {
	expect(
		columns(
			{ type: 'HEADER', format: 'TEXT', text: 'Order {{1}}' },
			{
				type: 'BODY',
				text: 'Hello {{1}},\n\nwe plan to deliver your order on {{2}}. Thank you for buying from us.',
			},
		),
	).toEqual({
		columns: [
			{ id: 'header.text', label: 'Header – Order {{1}}', required: true },
			{ id: 'body.1', label: 'Body 1 – Hello {{1}}, we plan to deliver…', required: true },
			{
				id: 'body.2',
				label: 'Body 2 – …order on {{2}}. Thank you for buying…',
				required: true,
			},
		],
	});
});

test.each([
	['IMAGE', ['header.image']],
	['VIDEO', ['header.video']],
	['DOCUMENT', ['header.document', 'header.filename']],
])('a header of format %s takes a link', (format, expected) => {
	expect(ids({ type: 'HEADER', format }, { type: 'BODY', text: 'See above' })).toEqual(expected);
});

test('the name of a document may be left out', () => {
	const found = columns({ type: 'HEADER', format: 'DOCUMENT' });
	expect(found).toMatchObject({ columns: [{ required: true }, { id: 'header.filename', required: false }] });
});

test('buttons are counted whatever they do', () => {
	expect(
		ids({
			type: 'BUTTONS',
			buttons: [
				{ type: 'PHONE_NUMBER', text: 'Call', phone_number: '+447700900123' },
				{ type: 'URL', text: 'Pay', url: 'https://pay.example.org/{{1}}' },
				{ type: 'URL', text: 'Home', url: 'https://example.org' },
				{ type: 'COPY_CODE', text: 'Copy code' },
			],
		}),
	).toEqual(['button.1.url', 'button.3.copy_code']);
});

test('one-time password buttons take the code', () => {
	expect(ids({ type: 'BUTTONS', buttons: [{ type: 'OTP', text: 'Copy code' }] })).toEqual(['button.0.url']);
});

test('named variables keep their names', () => {
	expect(ids({ type: 'BODY', text: 'Hello {{first_name}} of {{city}}' })).toEqual([
		'body.first_name',
		'body.city',
	]);
});

test.each([
	[{ type: 'CAROUSEL', cards: [] }, 'a carousel'],
	[{ type: 'LIMITED_TIME_OFFER' }, 'a limited-time offer'],
	[{ type: 'HEADER', format: 'LOCATION' }, 'a header of format LOCATION'],
	[{ type: 'BUTTONS', buttons: [{ type: 'MPM', text: 'View items' }] }, 'a button that shows products'],
])('what fields cannot fill is said: %j', (component, beyond) => {
	expect(columns({ type: 'BODY', text: 'Hello {{1}}' }, component)).toEqual({ beyond });
});

describe('the older summary of a template', () => {
	const summary = (content: string, numVariables: number, numButtons = 0) =>
		columnsOf(readVersion({ name: 'a', content, numVariables, numButtons }));

	test('tells the number of variables; the rest is offered and not shown', () => {
		const found = summary('Order {{1}}\nHello {{1}}, your order {{2}} is packed.', 2, 1);
		expect(found).toMatchObject({
			columns: [
				{ id: 'body.1', label: expect.stringContaining('Hello {{1}}, your order'), required: true },
				{ id: 'body.2', label: expect.stringContaining('order {{2}} is packed.'), required: true },
				{ id: 'header.text', required: false, uncertain: true },
				{ id: 'header.image', uncertain: true },
				{ id: 'header.video', uncertain: true },
				{ id: 'header.document', uncertain: true },
				{ id: 'header.filename', uncertain: true },
				{ id: 'button.0.url', uncertain: true },
			],
		});
	});

	test('a number without its place in the text still gets a field', () => {
		const found = summary('', 1);
		expect('columns' in found && found.columns[0]).toEqual({
			id: 'body.1',
			label: 'Body 1 – {{1}}',
			required: true,
		});
	});
});

test('an answer is read whatever is missing in it', () => {
	expect(readVersion(null)).toEqual({
		name: '',
		parts: { kind: 'summary', content: '', variables: 0, buttons: 0 },
	});
	expect(
		readVersion({ name: 'a', language: 'en_GB', status: 'PAUSED', category: 'UTILITY', components: [] }),
	).toEqual({
		name: 'a',
		language: 'en_GB',
		status: 'PAUSED',
		category: 'UTILITY',
		parts: { kind: 'components', components: [] },
	});
});
