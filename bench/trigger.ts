import type { N8nApi, WorkflowNode } from '../demo/n8nApi.ts';
import { SandboxControl } from '../demo/sandboxControl.ts';
import type { Side } from './deliveries.ts';
import { eventsOf, STATUSES_OF_A_MESSAGE, statusesOf, take } from './deliveries.ts';
import type { Figure } from './report.ts';
import { figure } from './report.ts';
import type { BenchSandbox } from './sandbox.ts';
import type { BenchEnvironment } from './environment.ts';

const MESSAGES = 1000;
const MESSAGES_ALONE = 300;
/** The two sides take turns, so that both meet the same machine. */
const TURNS = 10;
const WARM_UP = 50;
const STATUSES_ALONE = 400;

/**
 * The same events through our trigger and through n8n's Webhook node, in one n8n. Each turn lasts until all of its
 * events were answered and all of their executions have ended.
 * @param name of the figures
 */
export async function triggers(
	sandbox: BenchSandbox,
	environment: BenchEnvironment,
	name = 'trigger',
): Promise<Figure[]> {
	const guarded = await openSides(sandbox, environment, true);
	const stream = await compare(environment.api, guarded, MESSAGES, true);
	const messages = await compare(environment.api, guarded, MESSAGES_ALONE, false);
	await close(environment.api, guarded);
	const open = await openSides(sandbox, environment, false);
	const unguarded = await compare(environment.api, open, MESSAGES_ALONE, false);
	await close(environment.api, open);
	return [
		figure(`${name}.events`, stream.ours.rate, 'events/s', stream.theirs.rate),
		figure(`${name}.executions`, stream.ours.executions, 'executions', stream.theirs.executions),
		figure(`${name}.messages`, messages.ours.rate, 'events/s', messages.theirs.rate),
		figure(`${name}.unguarded`, unguarded.ours.rate, 'events/s', unguarded.theirs.rate),
	];
}

/** Statuses alone, of which a trigger for messages wants none: what each costs n8n. The Webhook node starts an execution for each. */
export async function unwantedStatuses(
	sandbox: BenchSandbox,
	environment: BenchEnvironment,
	name: string,
): Promise<Figure[]> {
	const { api } = environment;
	const { ours, theirs } = await openSides(sandbox, environment, true);
	const executions = async ({ workflow }: Side) => await api.countExecutions(workflow.id);
	for (let turn = -1; turn < TURNS; turn += 1) {
		// The first turn warms both sides up.
		if (turn === 0) for (const side of [ours, theirs]) side.spent = 0;
		const events = statusesOf(STATUSES_ALONE / TURNS);
		const order = turn % 2 === 0 ? [ours, theirs] : [theirs, ours];
		for (const side of order) await take(executions, side, events, side === ours ? 0 : events.length);
	}
	await close(api, { ours, theirs });
	const each = ({ spent }: Side) => spent / STATUSES_ALONE;
	return [
		figure(name, each(ours), 'ms', each(theirs)),
		figure(`${name}.executions`, ours.executions, 'executions', theirs.executions),
	];
}

export interface Sides {
	ours: Side;
	theirs: Side;
}

/**
 * @param guarded whether both refuse deliveries without a secret in a header
 * @param options further options of our trigger
 */
export async function openSides(
	sandbox: BenchSandbox,
	{ api, url, credentials }: BenchEnvironment,
	guarded: boolean,
	options: object = {},
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
		parameters: { events: ['message'], options: { verify: guarded, ...options } },
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

export async function close(api: N8nApi, sides: Sides): Promise<void> {
	for (const { workflow } of Object.values(sides) as Side[]) {
		await api.deactivate(workflow);
		await api.deleteWorkflow(workflow);
	}
}

/** Messages, each followed by its statuses where they are wanted, through both sides in turn. */
async function compare(api: N8nApi, { ours, theirs }: Sides, messages: number, withStatuses: boolean) {
	const executions = async ({ workflow }: Side) => await api.countExecutions(workflow.id);
	const perMessage = withStatuses ? 1 + STATUSES_OF_A_MESSAGE : 1;
	await take(executions, ours, eventsOf(WARM_UP, withStatuses), WARM_UP);
	await take(executions, theirs, eventsOf(WARM_UP, withStatuses), WARM_UP * perMessage);
	const before = [ours.executions, theirs.executions];
	for (const side of [ours, theirs]) side.spent = 0;
	let count = 0;
	for (let turn = 0; turn < TURNS; turn += 1) {
		const events = eventsOf(messages / TURNS, withStatuses);
		count += events.length;
		const order = turn % 2 === 0 ? [ours, theirs] : [theirs, ours];
		for (const side of order)
			await take(executions, side, events, side === ours ? messages / TURNS : events.length);
	}
	const result = (side: Side, executionsBefore: number) => ({
		rate: (count / side.spent) * 1000,
		executions: side.executions - executionsBefore,
	});
	return { ours: result(ours, before[0]), theirs: result(theirs, before[1]) };
}
