import { setTimeout as sleep } from 'node:timers/promises';
import type { WorkflowNode } from '../demo/n8nApi.ts';
import { PROVIDERS } from '../demo/providers.ts';
import { findServices, SERVICES_MISSING } from '../demo/queue/services.ts';
import type { QueueProcess, QueueEnvironment } from '../demo/queue/environment.ts';
import { startQueueEnvironment } from '../demo/queue/environment.ts';
import { SandboxControl } from '../demo/sandboxControl.ts';
import { credentialFor } from '../demo/environment.ts';
import type { Count, Side } from './deliveries.ts';
import { eventsOf, take } from './deliveries.ts';
import type { Figure } from './report.ts';
import { figure } from './report.ts';
import type { BenchSandbox } from './sandbox.ts';

/** Messages through each side for one figure; the sides take turns, so that all meet the same machine. */
const MESSAGES = 240;
const TURNS = 4;
const WARM_UP = 40;
/** More than one delivery for each execution two workers have under way. */
const AT_ONCE = 40;
/** Who answers at once takes in no faster than its workers finish, as who answers at the end does by itself. */
const IN_STEP = { atOnce: AT_ONCE, backlog: AT_ONCE };

/** The sides, by what they are. */
type Sides = Record<'ours' | 'respond' | 'atOnce' | 'open', Side>;
type Rates = Record<keyof Sides, number>;

/**
 * Executions per second in queue mode (one load balancer, two webhook processes), with one worker and with two: our
 * trigger and a node that does nothing, beside n8n's Webhook node with a secret in a header and a Respond to Webhook node. Also beside
 * the Webhook node that answers at once, as ours does, and the one open to anyone.
 */
export async function queueMode(root: string, sandbox: BenchSandbox): Promise<Figure[]> {
	const services = findServices();
	if (!services) {
		console.error(`queue: left out. ${SERVICES_MISSING}`);
		return [];
	}
	await sandbox.begin({});
	const environment = await startQueueEnvironment({ root, services, sandboxUrl: sandbox.url });
	try {
		const sides = await openSides(environment);
		const two = await measure(environment, sides);
		await environment.workers[1].stop();
		const one = await measure(environment, sides);
		const drained = {
			one: await drain(environment, sides.ours, environment.workers.slice(0, 1)),
			two: await drain(environment, sides.ours, environment.workers),
		};
		const rate = (name: string, { ours }: Rates, peer: number) => figure(name, ours, 'executions/s', peer);
		return [
			rate('queue.oneWorker', one, one.respond),
			rate('queue.oneWorker.atOnce', one, one.atOnce),
			rate('queue.oneWorker.open', one, one.open),
			rate('queue.twoWorkers', two, two.respond),
			rate('queue.twoWorkers.atOnce', two, two.atOnce),
			rate('queue.twoWorkers.open', two, two.open),
			figure('queue.growth', two.ours / one.ours, 'times', two.respond / one.respond),
			figure('queue.drain', drained.two, 'executions/s', drained.one),
		];
	} finally {
		await environment.stop();
	}
}

/** Each side's executions per second, from the first delivery to the end of the last execution. */
async function measure({ query }: QueueEnvironment, sides: Sides): Promise<Rates> {
	const count: Count = async ({ workflow }) => {
		const ended = `SELECT count(*) FROM execution_entity WHERE "workflowId" = '${workflow.id}' AND status = 'success'`;
		return Number((await query(ended))[0][0]);
	};
	const all = Object.values(sides);
	for (const side of all) {
		await take(count, side, eventsOf(WARM_UP, false), WARM_UP, IN_STEP);
		side.spent = 0;
	}
	const part = MESSAGES / TURNS;
	for (let turn = 0; turn < TURNS; turn += 1) {
		// Nobody always comes first.
		const order = turn % 2 === 0 ? all : all.toReversed();
		for (const side of order) await take(count, side, eventsOf(part, false), part, IN_STEP);
	}
	return Object.fromEntries(
		Object.entries(sides).map(([name, { spent }]) => [name, (MESSAGES / spent) * 1000]),
	) as Rates;
}

/** How fast workers finish executions that wait for them already, so that nothing else is busy. */
async function drain(
	{ query, workers }: QueueEnvironment,
	side: Side,
	some: QueueProcess[],
): Promise<number> {
	await Promise.all(workers.map(async (worker) => await worker.stop()));
	const all = `FROM execution_entity WHERE "workflowId" = '${side.workflow.id}'`;
	const created: Count = async () => Number((await query(`SELECT count(*) ${all}`))[0][0]);
	const [[latest]] = await query(`SELECT max(id) ${all}`);
	const waiting = { ...side, executions: await created(side) };
	await take(created, waiting, eventsOf(MESSAGES, false), MESSAGES, { atOnce: AT_ONCE });
	await Promise.all(some.map(async (worker) => await worker.start()));
	const drained = `${all} AND id > ${latest}`;
	const ended = `SELECT count(*) ${drained} AND status = 'success'`;
	while (Number((await query(ended))[0][0]) < MESSAGES) await sleep(500);
	const seconds = `SELECT extract(epoch FROM max("stoppedAt") - min("startedAt")) ${drained}`;
	return MESSAGES / Number((await query(seconds))[0][0]);
}

const NOTHING = { type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };
const RESPOND = {
	type: 'n8n-nodes-base.respondToWebhook',
	typeVersion: 1.4,
	parameters: { respondWith: 'text', responseBody: 'OK', options: {} },
};

type Part = Omit<WorkflowNode, 'name' | 'position'>;

async function openSides({ api, url, sandboxUrl }: QueueEnvironment): Promise<Sides> {
	const [heltar] = PROVIDERS;
	const credential = await api.putCredential(credentialFor(heltar, sandboxUrl));
	const two = async (start: Part, next: Part) => {
		const nodes = [start, next].map(
			(part, at) => ({ name: `Node ${at}`, position: [at * 200, 0], ...part }) as WorkflowNode,
		);
		const connections = { 'Node 0': { main: [[{ node: 'Node 1', type: 'main', index: 0 }]] } };
		const workflow = await api.createWorkflow({ name: 'Bench', nodes, connections });
		await api.activate(workflow);
		return { workflow, executions: 0, spent: 0 };
	};
	const ours = await two(
		{
			type: 'n8n-nodes-whatsapp-bsp.heltarTrigger',
			typeVersion: 1.1,
			parameters: { events: ['message'], options: {} },
			credentials: { heltarApi: credential },
		},
		NOTHING,
	);
	const [{ url: ownUrl, headers }] = await new SandboxControl(sandboxUrl, 'heltar').registrations();
	const secret = await api.createCredential({
		name: 'Bench secret',
		type: 'httpHeaderAuth',
		data: { name: 'x-webhook-secret', value: headers['x-webhook-secret'] },
	});
	const webhook = async (path: string, responseMode: string, guarded: boolean, next: Part): Promise<Side> => {
		const side = await two(
			{
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2.1,
				webhookId: path,
				parameters: {
					httpMethod: 'POST',
					path,
					responseMode,
					authentication: guarded ? 'headerAuth' : 'none',
					options: {},
				},
				...(guarded ? { credentials: { httpHeaderAuth: secret } } : {}),
			},
			next,
		);
		return { ...side, url: `${url}/webhook/${path}`, headers: guarded ? headers : {} };
	};
	return {
		ours: { ...ours, url: ownUrl, headers },
		respond: await webhook('bench-respond', 'responseNode', true, RESPOND),
		atOnce: await webhook('bench-at-once', 'onReceived', true, NOTHING),
		open: await webhook('bench-open', 'onReceived', false, NOTHING),
	};
}
