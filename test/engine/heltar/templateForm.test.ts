import type { IDataObject, INodePropertyOptions, ResourceMapperFields } from 'n8n-workflow';

import { chosen, useFixture } from './fixture';

const TO = '447700900123';
const fixture = useFixture();

/** What the panel shows above the variables. */
const notice = async (name: string, languageCode = '') => {
	const shown = await fixture.inPanel<ResourceMapperFields>('resourceMapping', 'getTemplateText', {
		templateName: chosen(name),
		languageCode,
	});
	expect(shown.fields).toEqual([]);
	return shown.emptyFieldsNotice;
};

describe('what the panel shows of the chosen template', () => {
	test('is its language, category and status, and every word of it', async () => {
		expect(await notice('order_update', 'en')).toBe(
			'English (en) · utility · approved<br><br>Order <b>{{1}}</b><br>' +
				'Hello <b>{{1}}</b>, your order <b>{{2}}</b> is <b>{{3}}</b>. We expect it at your door on <b>{{4}}</b>.<br>Example Traders',
		);
		const invoice = await notice('invoice_ready', 'en_GB');
		expect(invoice).toContain('<br>[document]<br>');
		expect(invoice).toContain('[Pay now] https://pay.example.com/<b>{{1}}</b>');
	});

	test('says what keeps it from being sent', async () => {
		expect(await notice('flash_sale')).toMatch(
			/^<b>Cannot be sent now\.<\/b> .* · (paused|rejected|pending)/,
		);
		expect(await notice('order_update', 'pt_BR')).toBe(
			'<b>Cannot be sent:</b> order_update does not exist in pt_BR. It exists in en, hi.',
		);
		expect(await notice('<b>nothing')).toContain('no template called <b>&lt;b>nothing</b>');
	});

	test('says what to choose', async () => {
		expect(await notice('')).toMatch(/^Choose a template/);
		expect(await notice('order_update')).toBe('Choose a language: this template exists in en, hi.');
		expect(await notice('hello_world')).toMatch(/^English \(US\) \(en_US\) · utility · approved/);
	});
});

test('the variables are asked for before a language is chosen, and by a language that does not exist', async () => {
	for (const language of ['', 'hi', 'pt_BR']) {
		const { fields } = await fixture.variableFields('order_update', language);
		expect(fields.map(({ id }) => id)).toEqual(['header.text', 'body.1', 'body.2', 'body.3', 'body.4']);
	}
});

describe('the language', () => {
	const languages = async (name: string) =>
		await fixture.inPanel<INodePropertyOptions[]>('loadOptions', 'getTemplateLanguages', {
			templateName: chosen(name),
		});
	const send = async (templateName: string, given: IDataObject, count = 1) =>
		await fixture.run(
			{
				resource: 'message',
				operation: 'sendTemplate',
				clientWaNumber: '={{ $json.to }}',
				templateName: chosen(templateName),
				...given,
			},
			{ items: Array.from({ length: count }, (_, at) => ({ to: String(Number(TO) + at), language: 'en' })) },
		);
	const paths = async () => (await fixture.wire()).map(({ method, path }) => `${method} ${path}`);
	const READ = 'GET /v1/templates/hello_world';

	test('of a template that has only one is chosen already', async () => {
		expect((await languages('hello_world')).map(({ value }) => value)).toEqual(['', 'en_US']);
		expect((await languages('order_update')).map(({ value }) => value)).toEqual(['en', 'hi']);
	});

	test('is found in the account where it was left to the template, once for all items', async () => {
		await fixture.wire();
		const { json } = await send('hello_world', { languageCode: '' }, 3);
		expect(json).toMatchObject([{ outcome: 'sent' }, { outcome: 'sent' }, { outcome: 'sent' }]);
		const wire = await fixture.wire();
		expect(wire.map(({ method, path }) => `${method} ${path}`)).toEqual([READ, 'POST /v1/messages/send']);
		const messages = wire[1].body.messages as IDataObject[];
		expect(messages.map(({ languageCode }) => languageCode)).toEqual(['en_US', 'en_US', 'en_US']);
	});

	test('has to be chosen where there are several', async () => {
		await fixture.wire();
		const { error } = await send('order_update', { languageCode: '' });
		expect(error?.message).toBe(
			'Language Name or ID: nothing is filled in, and order_update exists in en, hi',
		);
		expect(await paths()).toEqual(['GET /v1/templates/order_update']);
	});

	test('in which the template does not exist is refused before anything is sent to several people', async () => {
		await fixture.wire();
		const { error } = await send('hello_world', { languageCode: '={{ $json.language }}' }, 3);
		expect(error?.message).toBe(
			'Language Name or ID: "en" is not a language of hello_world, which exists in en_US',
		);
		expect(error?.context.data).toMatchObject({ outcomes: { failed: [0, 1, 2] } });
		expect(await paths()).toEqual([READ]);
	});

	test('is not looked up for one item, nor refused where the key may not read templates', async () => {
		await fixture.wire();
		expect((await send('hello_world', { languageCode: 'en_US' })).error).toBeUndefined();
		expect(await paths()).toEqual(['POST /v1/messages/send']);
		await fixture.fault({ kind: 'status', status: 403 }, { path: '/v1/templates/hello_world' });
		expect((await send('hello_world', { languageCode: 'en_US' }, 2)).error).toBeUndefined();
		expect(await paths()).toEqual([READ, 'POST /v1/messages/send']);
	});
});
