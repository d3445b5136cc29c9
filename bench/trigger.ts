import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { N8nApi, Workflow, WorkflowNode } from '../demo/n8nApi.ts';
import { SandboxControl } from '../demo/sandboxControl.ts';
import type { Figure } from './report.ts';
import { figure } from './report.ts';
import type { BenchSandbox } from './sandbox.ts';
import type { BenchStage } from './stage.ts';

const MESSAGES = 1000;
const MESSAGES_ALONE = 300;
const STATUSES = ['sent', 'delivered', 'read', 'played'];
/** So many at once, as a provider delivers. */
const AT_ONCE = 10;
/** The two sides take turns, so that both meet the same machine. */
const TURNS = 10;
const WARM_UP = 50;

type Headers = Record<string, string>;

/** A workflow that takes deliveries in. */
interface Side {
	workflow: Workflow;
	url: string;
	headers: Headers;
	/** Executions so far. */
	executions: number;
	/** Time spent on measured events, in milliseconds. */
	spent: number;
}

/**
 * The same events through our trigger and through n8n's Webhook node, in one n8n. Each turn lasts until all of its
 * events were answered and all of their executions have ended.
 */
export async function triggers(sandbox: BenchSandbox, stage: BenchStage): Promise<Figure[]> {
	const guarded = await openSides(sandbox, stage, true);
	const stream = await compare(stage.api, guarded, MESSAGES, true);
	const messages = await compare(stage.api, guarded, MESSAGES_ALONE, false);
	await close(stage.api, guarded);
	const open = await openSides(sandbox, stage, false);
	const unguarded = await compare(stage.api, open, MESSAGES_ALONE, false);
	await close(stage.api, open);
	return [
		figure('trigger.events', stream.ours.rate, 'events/s', stream.theirs.rate),
		figure('trigger.executions', stream.ours.executions, 'executions', stream.theirs.executions),
		figure('trigger.messages', messages.ours.rate, 'events/s', messages.theirs.rate),
		figure('trigger.unguarded', unguarded.ours.rate, 'events/s', unguarded.theirs.rate),
	];
}

interface Sides {
	ours: Side;
	theirs: Side;
}

/** @param guarded whether both refuse deliveries without a secret in a header */
async function openSides(
	sandbox: BenchSandbox,
	{ api, url, credentials }: BenchStage,
	guarded: boolean,
): Promise<Sides> {
	await sandbox.begin({});
	const alone = async (node: Omit<WorkflowNode, 'name' | 'position'>) => {
		const workflow = await api.createWorkflow({
			name: `Bench ${node.type}`,
			nodes: [{ name: 'Start', position: [0, 0], ...node } as WorkflowNode],
			connections: {},
		});
		await api.activate(workflow);
		return { workflow, executions: 0, spent: 0 };
	};
	const trigger = await alone({
		type: 'n8n-nodes-whatsapp-bsp.heltarTrigger',
		typeVersion: 1.1,
		parameters: { events: ['message'], options: { verify: guarded } },
		credentials: { heltarApi: credentials.heltarApi },
	});
	const [registered] = await new SandboxControl(sandbox.url, 'heltar').registrations();
	const path = `bench-${trigger.workflow.id}`;
	const key = await api.createCredential({
		name: `Bench ${path}`,
		type: 'httpHeaderAuth',
		data: { name: 'x-webhook-secret', value: registered.headers['x-webhook-secret'] },
	});
	const webhook = await alone({
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2.1,
		webhookId: path,
		parameters: { httpMethod: 'POST', path, authentication: guarded ? 'headerAuth' : 'none', options: {} },
		...(guarded ? { credentials: { httpHeaderAuth: key } } : {}),
	});
	const headers = guarded ? registered.headers : {};
	return {
		ours: { ...trigger, url: registered.url, headers },
		theirs: { ...webhook, url: `${url}/webhook/${path}`, headers },
	};
}

async function close(api: N8nApi, sides: Sides): Promise<void> {
	for (const { workflow } of Object.values(sides) as Side[]) {
		await api.deactivate(workflow);
		await api.deleteWorkflow(workflow);
	}
}

let serial = 0;

/** Messages, each followed by its statuses where they are wanted, through both sides in turn. */
async function compare(api: N8nApi, { ours, theirs }: Sides, messages: number, withStatuses: boolean) {
	const eventsOf = (count: number) =>
		Array.from({ length: count }, () => conversation((serial += 1), withStatuses)).flat();
	await take(api, ours, eventsOf(WARM_UP), WARM_UP);
	await take(api, theirs, eventsOf(WARM_UP), WARM_UP * (withStatuses ? 1 + STATUSES.length : 1));
	const before = [ours.executions, theirs.executions];
	for (const side of [ours, theirs]) side.spent = 0;
	let count = 0;
	for (let turn = 0; turn < TURNS; turn += 1) {
		const events = eventsOf(messages / TURNS);
		count += events.length;
		const order = turn % 2 === 0 ? [ours, theirs] : [theirs, ours];
		for (const side of order) await take(api, side, events, side === ours ? messages / TURNS : events.length);
	}
	const result = (side: Side, executionsBefore: number) => ({
		rate: (count / side.spent) * 1000,
		executions: side.executions - executionsBefore,
	});
	return { ours: result(ours, before[0]), theirs: result(theirs, before[1]) };
}

/** Delivers events to one side, and waits for the executions they have to start. */
async function take(api: N8nApi, side: Side, events: string[], starts: number): Promise<void> {
	const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
	const waiting = events.values();
	const begin = Date.now();
	await Promise.all(
		Array.from({ length: AT_ONCE }, async () => {
			for (const event of waiting) await deliver(side, event, agent);
		}),
	);
	const expected = side.executions + starts;
	while ((side.executions = await api.countExecutions(side.workflow.id)) < expected) await sleep(20);
	side.spent += Date.now() - begin;
	agent.destroy();
}

async function deliver({ url, headers }: Side, body: string, agent: Agent): Promise<void> {
	const status = await new Promise<number | undefined>((resolve, reject) => {
		const call = request(
			url,
			{ method: 'POST', agent, headers: { 'content-type': 'application/json', ...headers } },
			(response) => response.resume().once('end', () => resolve(response.statusCode)),
		);
		call.once('error', reject).end(body);
	});
	if (status !== 200) throw new Error(`${url} answered with ${status}`);
}

/** A message of a customer and the statuses of the answer to it, as Heltar delivers them (Heltar API, "Webhooks"). */
function conversation(number: number, withStatuses: boolean): string[] {
	const customer = '447700900123';
	const message = {
		from: customer,
		id: `wamid.in.${number}`,
		timestamp: '1770000000',
		type: 'text',
		text: { body: `Where is parcel ${number}?` },
	};
	const statuses = STATUSES.map((status) => ({
		id: `wamid.out.${number}`,
		status,
		timestamp: '1770000001',
		recipient_id: customer,
	}));
	const contacts = [{ wa_id: customer, profile: { name: 'Dana' } }];
	return [
		envelope({ contacts, messages: [message] }),
		...(withStatuses ? statuses.map((status) => envelope({ statuses: [status] })) : []),
	];
}

const envelope = (value: object) =>
	JSON.stringify({
		object: 'whatsapp_business_account',
		entry: [
			{
				id: '100000000000001',
				changes: [
					{
						field: 'messages',
						value: {
							messaging_product: 'whatsapp',
							metadata: { display_phone_number: '447700900999', phone_number_id: '200000000000002' },
							...value,
						},
					},
				],
			},
		],
	});
