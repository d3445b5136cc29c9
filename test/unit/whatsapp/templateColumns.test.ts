import { columnsOf } from '../../../whatsapp/templateColumns';

const columns = (...components: unknown[]) => columnsOf(components);
const ids = (...components: unknown[]) => {
	const found = columns(...components);
	return 'columns' in found ? found.columns.map(({ id }) => id) : found;
};

test('a template without variables needs nothing', () => {
	expect(
		ids(
			{ type: 'HEADER', format: 'TEXT', text: 'Hello' },
			{ type: 'BODY', text: 'We are open.' },
			{ type: 'FOOTER', text: 'Example Ltd' },
			{ type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Open', url: 'https://example.org' }] },
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

test.each<[type: string, expected: Array<[id: string, label: string, required: boolean]>]>([
	['PHONE_NUMBER', []],
	['REQUEST_CONTACT_INFO', []],
	['QUICK_REPLY', [['button.0.quick_reply', 'Button "Tap" – Payload', false]]],
	['COPY_CODE', [['button.0.copy_code', 'Button "Tap" – Code to Copy', true]]],
	['OTP', [['button.0.url', 'Button "Tap" – Code', true]]],
	[
		'FLOW',
		[
			['button.0.flow_token', 'Button "Tap" – Flow Token', false],
			['button.0.flow_action_data', 'Button "Tap" – Flow Data (JSON)', false],
		],
	],
	['CATALOG', [['button.0.catalog', 'Button "Tap" – Product for the Picture', false]]],
	[
		'VOICE_CALL',
		[
			['button.0.ttl_minutes', 'Button "Tap" – Valid for Minutes', false],
			['button.0.call_payload', 'Button "Tap" – Payload', false],
		],
	],
])('a button of type %s', (type, expected) => {
	for (const word of [type, type.toLowerCase()]) {
		const found = columns({ type: 'BUTTONS', buttons: [{ type: word, text: 'Tap' }] });
		expect(found).toEqual({
			columns: expected.map(([id, label, required]) => ({ id, label, required })),
		});
	}
});

test('a button without a text is called by its place', () => {
	const buttons = [
		{ type: 'PHONE_NUMBER', text: 'Call' },
		{ type: 'OTP', otp_type: 'COPY_CODE' },
	];
	expect(columns({ type: 'BUTTONS', buttons })).toEqual({
		columns: [{ id: 'button.1.url', label: 'Button 2 – Code', required: true }],
	});
});

test('an authentication template needs the code also where its text is not told', () => {
	const buttons = { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] };
	expect(ids({ type: 'BODY', add_security_recommendation: false }, buttons)).toEqual([
		'body.1',
		'button.0.url',
	]);
	expect(columnsOf([{ type: 'BODY' }, buttons], 'authentication')).toMatchObject({
		columns: [{ id: 'body.1', label: 'Body 1 – Code' }, { id: 'button.0.url' }],
	});
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
	[{ type: 'HEADER', format: 'PRODUCT' }, 'a header of format PRODUCT'],
	[{ type: 'BUTTONS', buttons: [{ type: 'MPM', text: 'View items' }] }, 'a button that shows products'],
	[{ type: 'BUTTONS', buttons: [{ type: 'SPM', text: 'View' }] }, 'a button that shows products'],
	[{ type: 'BUTTONS', buttons: [{ type: 'ORDER_DETAILS', text: 'Pay' }] }, 'a button of type ORDER_DETAILS'],
])('what fields cannot fill is said: %j', (component, onlyAsJson) => {
	expect(columns({ type: 'BODY', text: 'Hello {{1}}' }, component)).toEqual({ onlyAsJson });
});

describe('what cannot be read', () => {
	const body = { type: 'BODY', text: 'Hello {{1}}!' };

	test.each<[what: string, component: unknown, unread: string[]]>([
		['nothing', null, ['Component 1']],
		['a text', 'BODY', ['Component 1']],
		['a list', [body], ['Component 1']],
		['a component without type', { text: 'Hello {{2}}' }, ['Component 1']],
		['a type that is no text', { type: { is: 'BODY' } }, ['Component 1']],
		['a component of a type nobody knows', { type: 'WEATHER' }, ['Component 1 (WEATHER)']],
		['a body whose text is a list', { type: 'BODY', text: ['Hello {{2}}'] }, ['Component 1 (BODY)']],
		['a header without text', { type: 'HEADER', format: 'TEXT' }, ['Component 1 (HEADER)']],
		['a header of an odd format', { type: 'HEADER', format: ['IMAGE'] }, ['Component 1 (HEADER)']],
		['buttons that are no list', { type: 'BUTTONS', buttons: 'Fine' }, ['Component 1 (BUTTONS)']],
		['buttons that are missing', { type: 'BUTTONS' }, ['Component 1 (BUTTONS)']],
		[
			'buttons of no kind',
			{ type: 'BUTTONS', buttons: [null, 'Fine', { text: 'Fine' }, { type: 'URL', url: 5, text: 'Go' }] },
			['Button 1', 'Button 2', 'Button 3'],
		],
		['an address that is no text', { type: 'BUTTONS', buttons: [{ type: 'URL', url: {} }] }, ['Button 1']],
	])('%s is left out and named', (_, component, unread) => {
		expect(columns(component, body)).toMatchObject({
			columns: expect.arrayContaining([expect.objectContaining({ id: 'body.1' })]),
			unread,
		});
	});

	test('an odd button counts all the same', () => {
		const buttons = [{ text: 'Fine' }, { type: 'COPY_CODE', text: 'Copy' }];
		expect(ids({ type: 'BUTTONS', buttons })).toEqual(['button.1.copy_code']);
	});

	test('a text may be a number', () => {
		expect(ids({ type: 'HEADER', text: 2026 }, body)).toEqual(['body.1']);
	});

	test('nothing is named where all could be read', () => {
		expect(columns(body)).not.toHaveProperty('unread');
	});
});
