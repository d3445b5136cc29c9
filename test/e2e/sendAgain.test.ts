import axios from 'axios';
import { join } from 'node:path';
import { exampleWorkflow } from '../../demo/environment';
import type { Workflow } from '../../demo/n8nApi';
import { eventually } from '../waiting';
import type { Fixture } from './environment';
import { openFixture } from './environment';

const ROOT = join(__dirname, '..', '..');
const EXAMPLE = 'heltar-send-again.json';
const ENDS = ['Send again', 'Try later', 'Give up'];

const people = Array.from({ length: 300 }, (_, at) => String(919820000000 + at));
/** Ten people each of whom the campaign does not reach, for a reason of their own. */
const BLOCKED = people.slice(0, 10);
const NOT_THERE = people.slice(50, 60);
const HELD_BACK = people.slice(100, 110);
const SLOWED = people.slice(150, 160);
/** Five of whom nobody knows. */
const WAITING = people.slice(200, 205);

const REASONS = {
	heldBack: {
		code: 131049,
		title: 'This message was not delivered to maintain healthy ecosystem engagement.',
	},
	slowed: { code: 130429, title: 'Rate limit hit' },
};

interface Send {
	seq: number;
	id: string;
	to: string;
	status: string;
}

let fixture: Fixture;
let workflow: Workflow;
const control = async <T>(method: string, path: string, data?: object): Promise<T> =>
	(await axios.request<T>({ method, url: `${fixture.sandboxUrl}/_sandbox/heltar${path}`, data })).data;
const sends = async (since = 0) => await control<Send[]>('GET', `/sends?since=${since}`);
const fail = async (one: Send | undefined, error: object) =>
	await control('POST', '/statuses', { id: one?.id, status: 'failed', errors: [error] });

beforeAll(async () => {
	fixture = await openFixture('heltar');
	const example = await exampleWorkflow(ROOT, { ...fixture.provider, example: EXAMPLE }, fixture.credential);
	workflow = await fixture.api.createWorkflow(example);
	await sendCampaign();
});

/** Sends the campaign, and makes 40 of its messages fail in four ways. */
async function sendCampaign(): Promise<void> {
	for (const number of BLOCKED) await control('PATCH', `/customers/${number}`, { blocked: true });
	for (const number of NOT_THERE) await control('PATCH', `/customers/${number}`, { onWhatsApp: false });
	await axios.post(
		`${fixture.baseUrl}/v1/campaigns/send`,
		{
			campaignName: 'Season opening',
			templateName: 'start_conversation',
			languageCode: 'en',
			messages: people.map((clientWaNumber) => ({ clientWaNumber })),
		},
		{ headers: { Authorization: 'Bearer hk_live_sandbox' } },
	);
	const first = await settled(0);
	expect(first.length).toBeGreaterThanOrEqual(people.length - BLOCKED.length);
	const byNumber = new Map(first.map((one) => [one.to, one]));
	for (const number of HELD_BACK) await fail(byNumber.get(number), REASONS.heldBack);
	for (const number of SLOWED) await fail(byNumber.get(number), REASONS.slowed);
	for (const number of WAITING) {
		await control('POST', '/statuses', { id: byNumber.get(number)?.id, status: 'waiting' });
	}
}

/** The messages since then, once each of them has arrived or failed. */
const settled = async (since: number) =>
	await eventually(async () => {
		const sent = await sends(since);
		return sent.every(({ status }) => ['delivered', 'failed'].includes(status)) && sent;
	}, 'the end of every message');

/** Runs the example. @returns the numbers at each of its ends, and the messages it sent */
async function run() {
	const since = (await sends()).at(-1)?.seq ?? 0;
	const { status, data } = await fixture.api.run(workflow, 'Start');
	expect([status, data.resultData.error?.message]).toEqual(['success', undefined]);
	const items = (node: string) => data.resultData.runData[node]?.[0].data?.main[0] ?? [];
	const numbers = ENDS.map((end) => items(end).map(({ json }) => json.clientWaNumber ?? json.number));
	return { numbers, items, sent: await settled(since) };
}

it('sends again to those alone who did not get the message and can get it now', async () => {
	const { numbers, items, sent } = await run();
	expect(numbers).toEqual([SLOWED, HELD_BACK, [...BLOCKED, ...NOT_THERE]]);
	expect(sent.map(({ to }) => to)).toEqual(SLOWED);
	expect(items('Try later').map(({ json }) => json.advice)).toEqual(
		HELD_BACK.map(() => expect.stringMatching(/held back this marketing message/)),
	);
	expect(items('Give up')[0].json).toMatchObject({ result: 'never', reason: 'Client is blocked' });
});

it('finds nobody left when it runs again', async () => {
	const { numbers, sent } = await run();
	expect(numbers).toEqual([[], HELD_BACK, [...BLOCKED, ...NOT_THERE]]);
	expect(sent).toEqual([]);
});

it('tries whom it failed for once more, and gives up after three messages', async () => {
	const [unlucky] = SLOWED;
	const latest = async () => (await sends()).findLast(({ to }) => to === unlucky);
	await fail(await latest(), REASONS.slowed);
	expect((await run()).sent.map(({ to }) => to)).toEqual([unlucky]);
	await fail(await latest(), REASONS.slowed);
	const { numbers, sent } = await run();
	expect(sent).toEqual([]);
	expect(numbers[2]).toContain(unlucky);
});

it('has sent nobody a second message who had one, or may have one', async () => {
	const all = await sends();
	for (const number of people) {
		const mine = all.filter(({ to }) => to === number);
		const arrived = mine.filter(({ status }) => status !== 'failed');
		expect([number, arrived.length <= 1, mine.length <= 3]).toEqual([number, true, true]);
		if (!SLOWED.includes(number)) expect([number, mine.length]).toEqual([number, 1]);
	}
});
