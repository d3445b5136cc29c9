import { Bench, KEY, Receiver, useBench } from './harness';
import { until } from '../waiting';

const bench = useBench(Bench);
const receiver = new Receiver();
afterAll(async () => await receiver.close());

const KITCHEN = encodeURIComponent('Y2FwaV9ncm91cDprdXRjaGVuX3Byb2plY3Q=');
const call = async (method: string, path = '', body?: unknown) =>
	await bench.heltar(method, `/v1/groups${path}`, body);

test('pages have cursors both ways', async () => {
	const { data, paging } = (await call('GET', '?limit=1')).body;
	expect(data).toEqual([
		{ id: expect.any(String), subject: 'Kitchen project', creation_timestamp: expect.any(Number) },
	]);
	const next = (await call('GET', `?limit=1&after=${paging.cursors.after}`)).body;
	expect(next.data).toMatchObject([{ subject: 'Wholesale circle' }]);
	const back = (await call('GET', `?limit=1&before=${next.paging.cursors.before}`)).body;
	expect(back.data).toEqual(data);
	const end = (await call('GET', `?after=${next.paging.cursors.after}`)).body;
	expect(end).toMatchObject({ data: [], paging: { cursors: {} } });
	for (const limit of [0, 1025]) expect((await call('GET', `?limit=${limit}`)).status).toBe(400);
});

test('a new group is accepted, and there some time later', async () => {
	const url = await receiver.listen();
	await bench.heltar('POST', '/v1/business/webhook-url', {
		urls: [{ url, isEnabled: true, fields: ['metaWebhooks'] }],
	});
	const { status, body } = await call('POST', '', { subject: 'Season' });
	expect([status, body.data]).toEqual([
		202,
		{ messaging_product: 'whatsapp', request_id: expect.any(String) },
	]);
	const [delivery] = await until(
		async () => receiver.deliveries,
		({ length }) => length > 0,
	);
	const { field, value } = delivery.body.entry[0].changes[0];
	expect(field).toBe('group_lifecycle_update');
	expect(value.groups[0]).toMatchObject({ type: 'group_create', request_id: body.data.request_id });
	const id = encodeURIComponent(value.groups[0].group_id);
	const group = (await call('GET', `/${id}?fields=subject,total_participant_count`)).body.data;
	expect(group).toMatchObject({ subject: 'Season', total_participant_count: 0 });
	const { body: sent } = await bench.send({
		clientWaNumber: value.groups[0].group_id,
		messageType: 'text',
		message: 'Welcome',
	});
	expect(sent.data.fail).toEqual({});
});

test.each<[string, string, string, unknown, number]>([
	['a group without a subject', 'POST', '', {}, 400],
	['a subject that is too long', 'POST', '', { subject: 'x'.repeat(129) }, 400],
	['an unknown way to join', 'POST', '', { subject: 'x', joinApprovalMode: 'open' }, 400],
	['two changes at once', 'POST', `/${KITCHEN}`, { subject: 'x', description: 'y' }, 400],
	['no change', 'POST', `/${KITCHEN}`, {}, 400],
	['nine members', 'DELETE', `/${KITCHEN}/participants`, { participants: Array.from({ length: 9 }, (_, at) => ({ user: `44770090012${at}` })) }, 400], // oxfmt-ignore
	['no member', 'DELETE', `/${KITCHEN}/participants`, { participants: [] }, 400],
	['no join request', 'POST', `/${KITCHEN}/join_requests`, { joinRequests: [] }, 400],
	['an unknown field', 'GET', `/${KITCHEN}?fields=colour`, undefined, 400],
	['an unknown group', 'GET', '/Y2FwaV9ncm91cDoxMjM0NTY3ODkwMTIz', undefined, 404],
	['the link of an unknown group', 'POST', '/Y2FwaV9ncm91cDoxMjM0NTY3ODkwMTIz/invite_link', undefined, 404],
])('%s is refused', async (_what, method, path, body, status) => {
	expect((await call(method, path, body)).status).toBe(status);
	expect((await call('GET')).body.data).toHaveLength(2);
});

test('a picture that is no JPEG is refused', async () => {
	const form = new FormData();
	form.append('file', new Blob(['GIF89a'], { type: 'image/gif' }), 'a.gif');
	const { status } = await fetch(`${bench.running.url}/heltar/v1/groups/${KITCHEN}`, {
		method: 'POST',
		headers: { authorization: `Bearer ${KEY}` },
		body: form,
	});
	expect(status).toBe(400);
});

test('a key for groups only reads with groups:read, and nothing else', async () => {
	const { apiKey } = (await bench.control('POST', '/keys', { provider: 'heltar', scopes: ['groups:read'] }))
		.body;
	const as = async (method: string, path: string) =>
		(await bench.heltar(method, path, undefined, apiKey)).status;
	expect(await as('GET', '/v1/groups')).toBe(200);
	expect(await as('DELETE', `/v1/groups/${KITCHEN}`)).toBe(403);
	expect(await as('GET', '/v1/clients')).toBe(403);
});
