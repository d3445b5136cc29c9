import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import { z } from 'zod';
import type { SandboxEnv } from '../core/provider.ts';
import { answer, ApiError, heltarRoutes, readBody, readQuery } from './answers.ts';
import { groupEvent, type GroupEvent } from './groupEvents.ts';
import { groupsOf, newGroup, type Group } from './group.ts';
import { checkPicture } from './groupPicture.ts';
import type { HeltarWorld } from './settings.ts';

/** How long WhatsApp takes to make or change a group, in milliseconds. */
const LATER_MS = 20;
const MOST = 1024;

const FIELDS = {
	subject: (group: Group) => group.subject,
	description: (group: Group) => group.description,
	join_approval_mode: (group: Group) => group.joinApprovalMode,
	participants: (group: Group) => group.participants.map((wa_id) => ({ wa_id })),
	total_participant_count: (group: Group) => group.participants.length,
	suspended: () => false,
	creation_timestamp: (group: Group) => Math.floor(group.createdAt / 1000),
	admins: () => [],
} as const;

const subject = z.string().min(1).max(128);
const description = z.string().max(2048);

const creation = z.strictObject({
	subject,
	description: description.optional(),
	joinApprovalMode: z.enum(['approval_required', 'auto_approve']).optional(),
});
const change = z
	.strictObject({ subject: subject.optional(), description: description.optional() })
	.refine((given) => Object.keys(given).length === 1, 'needs one of subject and description');
const removal = z.strictObject({
	participants: z
		.array(z.strictObject({ user: z.string().min(1) }))
		.min(1)
		.max(8),
});
const decision = z.strictObject({ joinRequests: z.array(z.string().min(1)).min(1) });
const page = z.object({
	limit: z.coerce.number().int().min(1).max(MOST).default(25),
	after: z.string().optional(),
	before: z.string().optional(),
});

const cursorOf = ({ id }: Group) => Buffer.from(id).toString('base64url');
const newRequestId = () => randomBytes(12).toString('hex');

/** Heltar API, groups. */
export function groupRoutes(world: HeltarWorld): Hono<SandboxEnv> {
	const app = heltarRoutes();
	const groups = groupsOf(world);
	const known = (id: string): Group => {
		const group = groups.get(id);
		if (!group) throw new ApiError(404, 'Group not found');
		return group;
	};
	const tell = (event: GroupEvent) => void world.deliver(groupEvent(world, event));

	app.get('/heltar/v1/groups', (c) => {
		const { limit, after, before } = readQuery(c, page);
		const all = groups.all();
		const from = after === undefined ? 0 : all.findIndex((group) => cursorOf(group) === after) + 1;
		const end = before === undefined ? all.length : all.findIndex((group) => cursorOf(group) === before);
		const start = before === undefined ? from : Math.max(0, end - limit);
		const shown = all.slice(start, Math.min(end, start + limit));
		const [first, last] = [shown[0], shown.at(-1)];
		return c.json({
			message: 'Successfully fetched groups',
			data: shown.map(({ id, subject: name, createdAt }) => ({
				id,
				subject: name,
				creation_timestamp: Math.floor(createdAt / 1000),
			})),
			paging: { cursors: first && last ? { before: cursorOf(first), after: cursorOf(last) } : {} },
		});
	});

	app.post('/heltar/v1/groups', async (c) => {
		const given = await readBody(c, creation);
		const requestId = newRequestId();
		world.timers.later(LATER_MS, () => {
			const group = newGroup(given);
			groups.put(group.id, group);
			tell({ type: 'group_create', requestId, group });
		});
		return answer(c, 'Group creation accepted', whatsapp({ request_id: requestId }), 202);
	});

	app.get('/heltar/v1/groups/:id', (c) => {
		const group = known(c.req.param('id'));
		const wanted = (c.req.query('fields') ?? 'subject').split(',');
		const unknown = wanted.find((field) => !(field in FIELDS));
		if (unknown !== undefined) throw new ApiError(400, `fields: ${unknown} is not a field of groups`);
		const values = wanted.map((field) => [field, FIELDS[field as keyof typeof FIELDS](group)]);
		return answer(c, 'Successfully fetched group', { id: group.id, ...Object.fromEntries(values) });
	});

	app.post('/heltar/v1/groups/:id', async (c) => {
		const group = known(c.req.param('id'));
		const requestId = newRequestId();
		const isForm = c.req.header('content-type')?.startsWith('multipart/form-data') ?? false;
		const given = isForm ? { picture: await checkPicture(c) } : await readBody(c, change);
		world.timers.later(LATER_MS, () => {
			const changed = { ...group, ...('picture' in given ? {} : given) };
			if (groups.get(group.id)) groups.put(group.id, changed);
			tell({ type: 'group_settings_update', requestId, group: changed, change: given });
		});
		return answer(c, 'Group update accepted', whatsapp({ request_id: requestId }));
	});

	app.delete('/heltar/v1/groups/:id', (c) => {
		const group = known(c.req.param('id'));
		groups.delete(group.id);
		tell({ type: 'group_delete', requestId: newRequestId(), group });
		return answer(c, 'Group deleted successfully', { success: true });
	});

	app.get('/heltar/v1/groups/:id/invite_link', (c) => {
		const { invite } = known(c.req.param('id'));
		return answer(c, 'Successfully fetched invite link', whatsapp({ invite_link: linkOf(invite) }));
	});
	app.post('/heltar/v1/groups/:id/invite_link', (c) => {
		const group = known(c.req.param('id'));
		const invite = randomBytes(11).toString('base64url');
		groups.put(group.id, { ...group, invite });
		return answer(c, 'Invite link reset successfully', whatsapp({ invite_link: linkOf(invite) }));
	});

	app.delete('/heltar/v1/groups/:id/participants', async (c) => {
		const group = known(c.req.param('id'));
		const { participants } = await readBody(c, removal);
		const numbers = participants.map(({ user }) => world.people.resolve(user).number);
		const isIn = (number: string) => group.participants.includes(number);
		const removed = numbers.filter(isIn).map((wa_id) => ({ wa_id }));
		const failed = numbers
			.filter((number) => !isIn(number))
			.map((wa_id) => ({ wa_id, errors: [{ code: 131204, message: 'Not a participant of the group' }] }));
		groups.put(group.id, {
			...group,
			participants: group.participants.filter((number) => !numbers.includes(number)),
		});
		const result = { removed_participants: removed, failed_participants: failed };
		tell({ type: 'group_participants_remove', group, ...result });
		return answer(c, 'Participants removed', whatsapp(result));
	});

	app.get('/heltar/v1/groups/:id/join_requests', (c) => {
		const { joinRequests } = known(c.req.param('id'));
		const data = joinRequests.map(({ id, number, at }) => ({
			join_request_id: id,
			wa_id: number,
			created_at: new Date(at).toISOString(),
		}));
		return answer(c, 'Successfully fetched join requests', { data });
	});

	/** Takes requests off the list; what is not on it any more is left out of the answer. */
	const decide = (id: string, wanted: string[]) => {
		const group = known(id);
		const decided = group.joinRequests.filter((request) => wanted.includes(request.id));
		const joinRequests = group.joinRequests.filter((request) => !decided.includes(request));
		return { decided, group: groups.put(group.id, { ...group, joinRequests }) };
	};
	app.post('/heltar/v1/groups/:id/join_requests', async (c) => {
		const { joinRequests: wanted } = await readBody(c, decision);
		const { decided, group } = decide(c.req.param('id'), wanted);
		const added = decided.map(({ number }) => number);
		groups.put(group.id, { ...group, participants: [...group.participants, ...added] });
		if (added.length > 0)
			tell({ type: 'group_participants_add', group, added_participants: added.map((wa_id) => ({ wa_id })) });
		return answer(c, 'Join requests approved', whatsapp({ approved_join_requests: idsOf(decided) }));
	});
	app.delete('/heltar/v1/groups/:id/join_requests', async (c) => {
		const { joinRequests: wanted } = await readBody(c, decision);
		const { decided } = decide(c.req.param('id'), wanted);
		return answer(c, 'Join requests rejected', whatsapp({ rejected_join_requests: idsOf(decided) }));
	});

	return app;
}

const whatsapp = (content: object) => ({ messaging_product: 'whatsapp', ...content });
const linkOf = (invite: string) => `https://chat.whatsapp.com/${invite}`;
const idsOf = (requests: Array<{ id: string }>) => requests.map(({ id }) => id);
