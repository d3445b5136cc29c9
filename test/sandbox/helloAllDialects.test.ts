import { ASHA, HelloAllBench, KEY, text } from './helloAllBench';
import { useBench } from './harness';

const bench = useBench(HelloAllBench);

const URL_OF_OTHERS = 'https://crm.example.com/hook';
const COMPLIANCE = {
	entity_name: 'Example Stores Ltd',
	entity_type: 'Private Company',
	customer_care_details: { email: 'care@example.com', mobile_number: '+910000000001' },
	grievance_officer_details: { name: 'Mira', email: 'mira@example.com', landline_number: '+910000000002' },
};
const BOTH_KEYS = { ...KEY, 'D360-API-KEY': 'sandbox-key' };
const DOCUMENT = {
	to: ASHA,
	type: 'document',
	document: { link: 'https://files.example.com/a.pdf', filename: 'a.pdf' },
};

/** What each call is answered with: conventional, literal. */
const TABLE: Array<[call: string, body: unknown, conventional: number, literal: number]> = [
	['POST /v1/messages', DOCUMENT, 201, 201],
	['GET /v1/messages', DOCUMENT, 405, 201],
	['GET /v1/messages', text(), 405, 400],
	['PUT /v1/messages/x', { status: 'read' }, 404, 404],
	['GET /v1/configs/templates?limit=10&offset=0', undefined, 200, 200],
	['DELETE /v1/configs/templates/welcome', undefined, 200, 404],
	['POST /v1/configs/webhook', { url: URL_OF_OTHERS }, 200, 200],
	['POST /v1/configs/webhook', { url: '' }, 400, 200],
	['GET /v1/configs/webhook', undefined, 200, 405],
	['DELETE /v1/configs/webhook', { url: URL_OF_OTHERS }, 200, 405],
	['GET /v1/media.php?id=x', undefined, 404, 404],
	['DELETE /v1/media.php?id=x', undefined, 404, 404],
	['GET /v1/configs/phone_number', undefined, 200, 200],
	['GET /api/getuser', undefined, 200, 200],
	['GET /v1/settings/business/profile', undefined, 200, 200],
	['GET /v1/settings/profile/about', undefined, 200, 200],
	['GET /v1/settings/profile/photo', undefined, 200, 200],
	['GET /v1/settings/profile/photo?format=link', undefined, 200, 200],
	['PATCH /v1/settings/profile/about', { text: 'Hi' }, 200, 405],
	['PATCH /v1/configs/settings/business/profile', { text: 'Hi' }, 404, 200],
	['POST /v1/settings/business/compliance_info', COMPLIANCE, 200, 405],
	['GET /v1/settings/business/compliance_info', undefined, 200, 200],
	['GET /crm/setting/custom-field', undefined, 200, 200],
	['POST /crm/setting/custom-field', { name: 'Size', type: 'text' }, 201, 201],
	['DELETE /crm/setting/custom-field/cf_city', undefined, 200, 200],
	['DELETE /crm/setting/custom-field/', undefined, 404, 404],
	['GET /crm/chat/search?search_field=phone&search_value=1', undefined, 200, 404],
	['GET /v2/anything', undefined, 404, 404],
	['DELETE /v1/messages', undefined, 405, 405],
];

describe.each(['conventional', 'literal'] as const)('the %s dialect', (dialect) => {
	beforeEach(async () => await bench.settings({ dialect }));

	test.each(TABLE)('%s %j', async (call, body, conventional, literal) => {
		const [method = '', path = ''] = call.split(' ', 2);
		const { status, headers } = await bench.call(method, path, body, BOTH_KEYS);
		expect(status).toBe(dialect === 'literal' ? literal : conventional);
		expect(headers.has('allow')).toBe(status === 405);
	});

	test('every call without a key is refused', async () => {
		const statuses = await Promise.all(
			TABLE.map(async ([call, body]) => {
				const [method = '', path = ''] = call.split(' ', 2);
				return (await bench.call(method, path, body, {})).status;
			}),
		);
		expect(new Set(statuses)).toEqual(new Set([401]));
	});
});

test('405 names the methods the path has in this dialect', async () => {
	await bench.settings({ dialect: 'literal' });
	expect((await bench.call('GET', '/v1/configs/webhook')).headers.get('allow')).toBe('POST');
	expect((await bench.call('DELETE', '/v1/messages')).headers.get('allow')).toBe('GET, POST');
});

describe('to the letter', () => {
	beforeEach(async () => await bench.settings({ dialect: 'literal' }));

	test('a document goes out by GET, and the log shows its body', async () => {
		const { body } = await bench.call('GET', '/v1/messages', DOCUMENT);
		expect(body.messages).toHaveLength(1);
		expect((await bench.conversation(ASHA))[0].text).toBe('[document: a.pdf]');
		expect((await bench.control('GET', '/requests')).body[0]).toMatchObject({
			method: 'GET',
			body: DOCUMENT,
		});
	});

	test('the key of Set Webhook may stand in the query, masked in the log', async () => {
		const path = '/v1/configs/webhook?API%20Key=sandbox-key';
		expect((await bench.call('POST', path, { url: URL_OF_OTHERS }, {})).status).toBe(200);
		expect(JSON.stringify((await bench.control('GET', '/requests')).body)).not.toContain('sandbox-key');
		await bench.settings({ dialect: 'conventional' });
		expect((await bench.call('POST', path, { url: URL_OF_OTHERS }, {})).status).toBe(401);
	});

	test('posting to read or delete the webhook overwrites it', async () => {
		await bench.call('POST', '/v1/configs/webhook', { url: URL_OF_OTHERS });
		await bench.call('POST', '/v1/configs/webhook', { url: 'https://mine.example.com/' });
		expect((await bench.webhooks()).map(({ url }: { url: string }) => url)).toEqual([
			'https://mine.example.com/',
		]);
	});

	test('compliance is updated by a GET with a body, and wants the other key header', async () => {
		const path = '/v1/settings/business/compliance_info';
		expect((await bench.call('GET', path, COMPLIANCE, KEY)).status).toBe(401);
		const D360 = { 'D360-API-KEY': 'sandbox-key' };
		expect((await bench.call('GET', path, COMPLIANCE, D360)).status).toBe(200);
		expect((await bench.call('GET', path, undefined, D360)).body.settings.business.compliance_info).toEqual(
			COMPLIANCE,
		);
	});
});

describe('error forms', () => {
	const refused = async () => await bench.send(text(''));

	test.each<[string, unknown]>([
		[
			'onPremises',
			{
				meta: expect.anything(),
				errors: [
					{
						code: 1008,
						title: 'Required parameter is missing',
						details: 'text.body is required',
						href: expect.stringContaining('https://'),
					},
				],
			},
		],
		['gateway', { meta: { success: false, http_code: 400, developer_message: 'text.body is required' } }],
		[
			'crm',
			{ success: false, error: { code: 'VALIDATION_ERROR', message: 'text.body is required', details: [] } },
		],
		[
			'cloud',
			{
				error: {
					message: '(#131008) Required parameter is missing',
					type: 'OAuthException',
					code: 131008,
					error_data: { messaging_product: 'whatsapp', details: 'text.body is required' },
					fbtrace_id: expect.any(String),
				},
			},
		],
		['loose', { message: 'text.body is required' }],
		['html', expect.stringMatching(/^<!DOCTYPE html>.*text\.body is required/s)],
	])('%s', async (errorForm, expected) => {
		await bench.settings({ errorForm });
		const { status, body } = await refused();
		expect([status, body]).toEqual([400, expected]);
		const unauthorized = await bench.call('POST', '/v1/messages', text(), {});
		expect([unauthorized.status, unauthorized.headers.get('content-type')]).toEqual([
			401,
			errorForm === 'html' ? 'text/html; charset=utf-8' : 'application/json',
		]);
	});

	test('left alone, each part of the API has its own', async () => {
		const crm = await bench.call('POST', '/crm/setting/custom-field', { name: '' });
		expect(crm.body).toEqual({
			success: false,
			error: { code: 'VALIDATION_ERROR', message: 'name is required', details: [] },
		});
		expect((await refused()).body.errors).toHaveLength(1);
		expect((await bench.call('GET', '/v1/nothing')).body.meta.http_code).toBe(404);
		await bench.settings({ answer: 'cloud' });
		expect((await refused()).body.error.code).toBe(131008);
	});

	test('html is escaped', async () => {
		await bench.settings({ errorForm: 'html' });
		const { body } = await bench.send({ to: ASHA, type: '<b>&' });
		expect(body).toContain('&lt;b&gt;&amp;');
	});
});
