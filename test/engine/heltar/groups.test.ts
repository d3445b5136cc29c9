import type { IDataObject, INodeExecutionData, INodeListSearchResult } from 'n8n-workflow';

import { catchDeliveries } from '../deliveryCatcher';
import { until } from '../../waiting';
import { file, MB, sha256, withFile } from './files';
import { chosen, KEY, useFixture } from './fixture';

const KITCHEN = 'Y2FwaV9ncm91cDprdXRjaGVuX3Byb2plY3Q=';
const WHOLESALE = 'Y2FwaV9ncm91cDp3aG9sZXNhbGVfY2lyY2xl';
const [ASHA, ROHAN] = ['919800000101', '919800000102'];

const fixture = useFixture();

const run = async (operation: string, parameters: IDataObject = {}, inputs?: INodeExecutionData[]) =>
	await fixture.run({ resource: 'group', operation, ...parameters }, { inputs });
const kitchen = { groupId: chosen(KITCHEN) };
const wholesale = { groupId: chosen(WHOLESALE) };
const call = (method: string, path = '', more: object = {}) => ({
	method,
	path: `/v1/groups${path}`,
	query: {},
	body: null,
	...more,
});
const KITCHEN_PATH = `/${encodeURIComponent(KITCHEN)}`;
const WHOLESALE_PATH = `/${encodeURIComponent(WHOLESALE)}`;

/** The fewest bytes that are a JPEG of this size: a segment, then the header of its frame. */
const jpeg = (width: number, height: number, bytes = 0) =>
	Buffer.concat([
		Buffer.from('ffd8ffe000041234ffc0000b08', 'hex'),
		Buffer.from([height >> 8, height & 255, width >> 8, width & 255]),
		Buffer.alloc(Math.max(10, bytes - 17)),
	]);
const picture = (content: Buffer) => [withFile(file(content, 'image/jpeg', 'logo.jpg'))];

describe('groups', () => {
	test('are listed page by page', async () => {
		const { json, error } = await run('getMany', { returnAll: true });
		expect(error).toBeUndefined();
		expect(json).toEqual([
			{
				id: KITCHEN,
				subject: 'Kitchen project',
				creation_timestamp: expect.any(Number),
				createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
			},
			expect.objectContaining({ id: WHOLESALE, subject: 'Wholesale circle' }),
		]);
		const [first, second, ...more] = await fixture.wire();
		expect(first).toEqual(call('GET', '', { query: { limit: '1024' } }));
		expect(second.query).toEqual({ limit: '1024', after: expect.any(String) });
		expect(more).toEqual([]);

		const { json: one } = await run('getMany', { limit: 1 });
		expect(one.map(({ id }) => id)).toEqual([KITCHEN]);
		expect(await fixture.wire()).toEqual([call('GET', '', { query: { limit: '1' } })]);
	});

	test('can be chosen by name, also among many', async () => {
		const names = async (...args: string[]) =>
			(await fixture.inPanel<INodeListSearchResult>('listSearch', 'searchGroups', {}, ...args)).results;
		expect(await names()).toEqual([
			{ name: 'Kitchen project', value: KITCHEN },
			{ name: 'Wholesale circle', value: WHOLESALE },
		]);
		expect(await names('wholesale')).toEqual([{ name: 'Wholesale circle', value: WHOLESALE }]);
		expect((await fixture.wire()).map(({ query }) => query)).toEqual([{ limit: '100' }, { limit: '1024' }]);
	});

	test('are read with the fields that are asked for', async () => {
		const { json } = await run('get', kitchen);
		expect(json).toEqual([
			{
				id: KITCHEN,
				subject: 'Kitchen project',
				description: 'Everything about the new kitchen',
				join_approval_mode: 'auto_approve',
				participants: [{ wa_id: ASHA }, { wa_id: ROHAN }],
				total_participant_count: 2,
				suspended: false,
				admins: [],
				creation_timestamp: expect.any(Number),
				createdAt: expect.any(String),
			},
		]);
		await run('get', { ...kitchen, fields: ['participants'] });
		await run('get', { ...kitchen, fields: [] });
		const calls = await fixture.wire();
		expect(calls[0]).toMatchObject({ method: 'GET', path: `/v1/groups${KITCHEN_PATH}`, body: null });
		expect(calls.map(({ query }) => query)).toEqual([
			{
				fields:
					'admins,creation_timestamp,description,join_approval_mode,participants,total_participant_count,subject,suspended',
			},
			{ fields: 'participants' },
			{},
		]);
	});

	test('are deleted', async () => {
		expect((await run('delete', kitchen)).json).toEqual([{ deleted: true, groupId: KITCHEN }]);
		expect((await run('getMany')).json).toHaveLength(1);
		const [deletion] = await fixture.wire();
		expect(deletion).toEqual(call('DELETE', KITCHEN_PATH));
	});

	test('that WhatsApp did not delete are no success', async () => {
		await fixture.answerNext(`/v1/groups`, { success: false });
		const { error } = await run('delete', kitchen);
		expect(error?.message).toBe('WhatsApp did not delete the group');
	});

	test('have a link, which can be replaced', async () => {
		const before = await run('getInviteLink', kitchen);
		expect(before.json).toEqual([
			{ messaging_product: 'whatsapp', invite_link: 'https://chat.whatsapp.com/KitchenProject' },
		]);
		const { json } = await run('resetInviteLink', kitchen);
		expect(json).toEqual((await run('getInviteLink', kitchen)).json);
		expect(json).not.toEqual(before.json);
		expect((await fixture.wire()).slice(0, 2)).toEqual([
			call('GET', `${KITCHEN_PATH}/invite_link`),
			call('POST', `${KITCHEN_PATH}/invite_link`),
		]);
	});
});

describe('changes that WhatsApp tells of later', () => {
	let n8n: Awaited<ReturnType<typeof catchDeliveries>>;
	beforeAll(async () => void (n8n = await catchDeliveries()));
	afterAll(() => n8n.close());
	beforeEach(async () => {
		n8n.taken.length = 0;
		await fetch(`${fixture.baseUrl}/v1/business/webhook-url`, {
			method: 'POST',
			headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
			body: JSON.stringify({ urls: [{ url: n8n.url, isEnabled: true, fields: ['metaWebhooks'] }] }),
		});
		await fixture.requests();
	});
	/** The next event: its field, and what it says of the group. */
	const told = async () => {
		const [{ body }] = await until(
			async () => n8n.taken.splice(0),
			({ length }) => length > 0,
		);
		const { field, value } = JSON.parse(String(body)).entry[0].changes[0];
		return { field, ...value.groups[0] };
	};

	test('a new group comes as an event with the ID of the request', async () => {
		const body = {
			subject: 'Season opening',
			description: 'All about May',
			joinApprovalMode: 'approval_required',
		};
		const { json, error } = await run('create', body);
		expect(error).toBeUndefined();
		expect(json).toEqual([{ messaging_product: 'whatsapp', request_id: expect.any(String) }]);
		expect(await fixture.wire()).toEqual([call('POST', '', { body })]);
		expect(await told()).toMatchObject({
			field: 'group_lifecycle_update',
			type: 'group_create',
			request_id: json[0].request_id,
			subject: 'Season opening',
			invite_link: expect.stringMatching(/^https:/),
			join_approval_mode: 'approval_required',
		});
		const { json: groups } = await run('getMany');
		expect(groups.map(({ subject }) => subject)).toContain('Season opening');
	});

	test.each<[string, IDataObject, object]>([
		['subject', { subject: 'New kitchen' }, { group_subject: { text: 'New kitchen' } }],
		['description', { description: 'Done' }, { group_description: { text: 'Done' } }],
	])('a new %s', async (change, body, event) => {
		const { json, error } = await run('update', { ...kitchen, change, ...body });
		expect(error).toBeUndefined();
		expect(json).toEqual([{ messaging_product: 'whatsapp', request_id: expect.any(String) }]);
		expect(await fixture.wire()).toEqual([call('POST', KITCHEN_PATH, { body })]);
		expect(await told()).toMatchObject({ field: 'group_settings_update', ...event });
		const { json: after } = await run('get', kitchen);
		expect(after).toMatchObject([body]);
	});

	test('a new picture, which goes out as a form', async () => {
		const content = jpeg(192, 192);
		const { error } = await run('update', { ...kitchen, change: 'picture' }, picture(content));
		expect(error).toBeUndefined();
		const [{ headers, path }] = await fixture.requests();
		expect(headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
		expect(path).toBe(`/v1/groups${KITCHEN_PATH}`);
		const digest = Buffer.from(sha256(content), 'hex').toString('base64');
		expect((await told()).profile_picture).toEqual({
			mime_type: 'image/jpeg',
			sha256: digest,
			update_successful: true,
		});
	});
});

test.each<[string, Buffer, string]>([
	['that is not square', jpeg(200, 199), 'The picture: 200 × 199 pixels are not square'],
	['that is too small', jpeg(191, 191), 'The picture: 191 × 191 pixels, the minimum is 192 × 192'],
	['that is too large', jpeg(192, 192, 5 * MB + 1), 'The picture: 5.1 MB, the maximum is 5 MB'],
	['that is none', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'The picture: image/png is not a JPEG'],
])('a picture %s is refused before anything is sent', async (_what, content, message) => {
	const { error, outputs } = await run('update', { ...kitchen, change: 'picture' }, [
		...picture(jpeg(640, 640, 5 * MB)),
		...picture(content),
	]);
	expect(error?.message).toBe(message);
	expect(error?.context.itemIndex).toBe(1);
	expect(outputs.flat()).toEqual([]);
	expect(await fixture.requests()).toEqual([]);
});

describe('members', () => {
	test('are removed, and who is none is told', async () => {
		const { json, error } = await run('removeParticipants', {
			...kitchen,
			participants: '+91 98000-00101, 447700900555',
		});
		expect(error).toBeUndefined();
		expect(json).toMatchObject([
			{
				groupId: KITCHEN,
				removed_participants: [{ wa_id: ASHA }],
				failed_participants: [{ wa_id: '447700900555' }],
			},
		]);
		expect(await fixture.wire()).toEqual([
			call('DELETE', `${KITCHEN_PATH}/participants`, {
				body: { participants: [{ user: ASHA }, { user: '447700900555' }] },
			}),
		]);
	});

	test('are not removed: that is an error', async () => {
		const { error } = await run('removeParticipants', { ...kitchen, participants: '447700900555' });
		expect(error?.message).toBe('WhatsApp removed none of the members');
		expect(error?.description).toMatch(/Not a participant of the group$/);
		expect(error?.context.data).toMatchObject({ outcomes: { failed: [0] } });
	});

	test.each([
		[Array.from({ length: 8 }, (_, at) => `44770090012${at}`), undefined],
		[Array.from({ length: 9 }, (_, at) => `44770090012${at}`), 'Members: 9 added, the maximum is 8'],
		[[ASHA, '07700 900123'], 'Members → Member 2: "07700 900123" must not start with 0'],
		[
			[ASHA, '447700900123@rcs'],
			'Members → Member 2: "447700900123@rcs" is a contact of another channel, not of WhatsApp',
		],
		[[ASHA, KITCHEN], 'Members → Member 2: this type of message cannot be sent to a group'],
	])('%j: %s', async (participants, message) => {
		const { error } = await fixture.run(
			{ resource: 'group', operation: 'removeParticipants', ...kitchen, participants: '={{ $json.list }}' },
			{ items: [{ list: participants }] },
		);
		const expected = message ?? 'WhatsApp removed none of the members';
		expect(error?.message).toBe(expected);
		expect(await fixture.requests()).toHaveLength(message === undefined ? 1 : 0);
	});
});

describe('people who ask to join', () => {
	test('are listed', async () => {
		const { json } = await run('getJoinRequests', wholesale);
		expect(json).toEqual([
			{ join_request_id: 'join-1', wa_id: '447700900123', created_at: expect.any(String) },
			{ join_request_id: 'join-2', wa_id: ROHAN, created_at: expect.any(String) },
		]);
		expect((await run('getJoinRequests', { ...wholesale, limit: 1 })).json).toHaveLength(1);
		expect((await run('getJoinRequests', kitchen)).json).toEqual([]);
		const [first] = await fixture.wire();
		expect(first).toEqual(call('GET', `${WHOLESALE_PATH}/join_requests`));
	});

	test.each([
		['approveJoinRequests', 'POST', 'approved_join_requests', 2],
		['rejectJoinRequests', 'DELETE', 'rejected_join_requests', 1],
	])('%s', async (operation, method, key, members) => {
		const { json, error } = await run(operation, { ...wholesale, joinRequests: 'join-2, join-9' });
		expect(error).toBeUndefined();
		expect(json).toEqual([{ groupId: WHOLESALE, messaging_product: 'whatsapp', [key]: ['join-2'] }]);
		expect(await fixture.wire()).toEqual([
			call(method, `${WHOLESALE_PATH}/join_requests`, { body: { joinRequests: ['join-2', 'join-9'] } }),
		]);
		const { json: after } = await run('get', wholesale);
		expect(after).toMatchObject([{ total_participant_count: members }]);
		expect((await run('getJoinRequests', wholesale)).json).toHaveLength(1);

		const again = await run(operation, { ...wholesale, joinRequests: 'join-2' });
		expect(again.error?.message).toBe('None of these join requests exist anymore');
	});
});
