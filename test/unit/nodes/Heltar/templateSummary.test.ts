import { summaryColumns } from '../../../../nodes/Heltar/templateSummary';

describe('the older summary of a template', () => {
	const summary = (content: unknown, numVariables: unknown, numButtons: unknown = 0) =>
		summaryColumns({ name: 'a', content, numVariables, numButtons });

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

	test('leaves the name of the header’s variable to the header', () => {
		const found = summary('Parcel {{number}}\nHello {{customer}}, it is at {{shop}}.', 2);
		expect(found).toMatchObject({
			columns: expect.arrayContaining([
				{ id: 'body.customer', label: expect.any(String), required: true },
				{ id: 'body.shop', label: expect.any(String), required: true },
				{
					id: 'header.text',
					label: expect.stringContaining('{{number}}'),
					required: false,
					uncertain: true,
				},
			]),
		});
		expect('columns' in found && found.columns.map(({ id }) => id)).not.toContain('body.number');
	});

	test('takes every name for the body’s where the server counts none', () => {
		const found = summary('Hello {{customer}}!', 0);
		expect('columns' in found && found.columns.slice(0, 2)).toMatchObject([
			{ id: 'body.customer' },
			{ id: 'header.text', label: 'Header – Text' },
		]);
	});

	test('is read whatever stands in it', () => {
		const hidden = expect.objectContaining({ uncertain: true });
		expect(summary(null, 'many', {})).toEqual({ columns: Array.from({ length: 5 }, () => hidden) });
		expect(summary(['Hello {{1}}'], -1, -1)).toEqual({ columns: Array.from({ length: 5 }, () => hidden) });
		const found = summary('', 1e9, 1e9);
		expect('columns' in found && found.columns).toHaveLength(200 + 5 + 200);
	});
});
