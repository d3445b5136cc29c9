import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WorkflowData, WorkflowNode } from '../../demo/n8nApi';
import type { QueueProcess, QueueEnvironment } from '../../demo/queue/environment';
import { SandboxControl } from '../../demo/sandboxControl';
import type { Workflow } from '../e2e/environment';
import type { TriggerFixture } from '../e2e/triggerFixture';
import { TRIGGER } from '../e2e/triggerFixture';
import { eventually } from '../waiting';
import { cleanUp, openTrigger, ROOT, STARTED_WITHIN_MS } from './queueFixture';
import { stepsOf } from './steps';

/**
 * How many events the failures are run over: enough for a few seconds before, between and after them. The nightly job has
 * QUEUE_EVENTS=5000, which takes five minutes of a machine that does nothing else.
 */
const EVENTS = Number(process.env.QUEUE_EVENTS ?? 300);
/** Deliveries under way. */
const AT_ONCE = 40;
const GONE_FOR_MS = 3000;
/** So long no worker may have work while executions do not end: n8n takes a moment to write down an end. */
const IDLE_MS = 2_000;
/** However long a busy machine takes for an execution. */
const ENDED_WITHIN_MS = EVENTS * 1000;
/** Executions a worker has under way at most, n8n's default. */
const WORKER_CONCURRENCY = 10;

/** The more events, the longer all of it may take, which ends by its own waits. */
const WITHIN_MS = 900_000 + EVENTS * 1000;

/** One event, as the provider saw it. */
interface Told {
	id: string;
	customer: string;
	acknowledged: boolean;
	attempts: number;
	/** Of the last attempt. */
	status: number | null;
	/** What went wrong with the last attempt, where that is not an answer. */
	error?: string;
}

/** What is lost and what runs twice, also when processes are killed. */
export function loadTests(started: () => QueueEnvironment): void {
	describe('under load', () => {
		let environment: QueueEnvironment;
		let trigger: TriggerFixture;
		let control: SandboxControl;
		let workflow: Workflow;
		beforeAll(async () => {
			environment = started();
			trigger = await openTrigger(environment, 'heltar');
			({ control } = trigger.fixture);
			await watchExecutions(environment);
			workflow = await trigger.fixture.api.createWorkflow(await everyEventOnce());
		}, STARTED_WITHIN_MS);
		beforeEach(async () => {
			// The provider's waits of minutes and hours, as fractions of a second.
			await control.delivery({ retryScale: 0.0005 });
			await trigger.fixture.api.activate(workflow);
		});
		afterEach(async () => await cleanUp(environment, [trigger]));

		/**
		 * The documented pattern, ready to run. The answer goes out over the other provider, which has no webhook here: two of
		 * three deliveries would otherwise be statuses of answers.
		 */
		async function everyEventOnce(): Promise<WorkflowData> {
			const { api, provider, credential } = trigger.fixture;
			const redis = await api.createCredential({
				name: 'Redis of the queue',
				type: 'redis',
				data: { host: '127.0.0.1', port: environment.redisPort, database: 1 },
			});
			const file = join(ROOT, 'examples', 'queue-mode-every-event-once.json');
			const example = JSON.parse(await readFile(file, 'utf8')) as WorkflowData;
			const { sendText } = stepsOf((await openTrigger(environment, 'helloAll')).fixture);
			const nodes = example.nodes.map((node): WorkflowNode => {
				if (node.name === TRIGGER) return { ...node, credentials: { [provider.credentialType]: credential } };
				if (node.type === 'n8n-nodes-base.redis') return { ...node, credentials: { redis } };
				if (node.name !== 'Answer the customer') return node;
				return { ...node, ...sendText(`={{ $('${TRIGGER}').item.json.from }}`, 'Thank you') };
			});
			return { ...example, nodes };
		}

		/** A customer writes, and the provider delivers until it is heard or gives up. */
		async function tell(customer: string): Promise<Told> {
			const told = await control.inbound({
				from: customer,
				name: 'Asha',
				message: { type: 'text', text: { body: 'Hello' } },
			});
			let [delivery] = told.deliveries;
			while (delivery.pending) {
				await sleep(200);
				[delivery] = await control.delivered(told.id);
			}
			const { status, attempts, error } = delivery;
			if (status !== 200) await control.checkDelivering();
			return { id: told.id, customer, acknowledged: status === 200, attempts, status, error };
		}

		/** So many at a time. When one fails no more are told, and what is under way ends before this does. */
		async function tellAll(
			customers: string[],
			atOnce: number,
			onTold: (count: number) => void = () => undefined,
		): Promise<Told[]> {
			const told: Told[] = [];
			const waiting = customers.values();
			const errors: unknown[] = [];
			const tellSome = async () => {
				for (const customer of waiting) {
					if (errors.length > 0) return;
					try {
						told.push(await tell(customer));
						onTold(told.length);
					} catch (error) {
						errors.push(error);
					}
				}
			};
			await Promise.all(Array.from({ length: atOnce }, tellSome));
			if (errors.length > 0) throw errors[0];
			return told;
		}

		/**
		 * Executions nobody waits for any more, as their webhook process was killed after their worker, are found by main
		 * when it starts: no worker has them, and they do not end.
		 */
		async function untilAllEnded(): Promise<void> {
			const unfinished = `SELECT count(*) FROM execution_entity WHERE "workflowId" = '${workflow.id}' AND status IN ('new', 'running')`;
			let idleSince: number | undefined;
			const haveEnded = async () => {
				if (Number((await environment.query(unfinished))[0][0]) === 0) return true;
				idleSince = (await environment.jobs()) === 0 ? (idleSince ?? Date.now()) : undefined;
				if (idleSince !== undefined && Date.now() - idleSince > IDLE_MS) {
					await environment.main.stop();
					await environment.main.start();
					idleSince = undefined;
				}
				return false;
			};
			await eventually(haveEnded, 'all executions to end', ENDED_WITHIN_MS);
		}

		/** Answers each customer got. */
		async function answersTo(told: Told[]): Promise<Map<string, number>> {
			const conversations = await new SandboxControl(environment.sandboxUrl, 'hello-all').conversations();
			const count = new Map(conversations.map(({ number, messages }) => [number, messages]));
			return new Map(told.map(({ id, customer }) => [id, count.get(customer) ?? 0]));
		}

		it(
			'answers a redelivered event once, whichever process takes it in',
			async () => {
				const before = (await environment.query('SELECT count(*) FROM taken_in'))[0][0];
				await control.delivery({ duplicates: 1 });
				const customers = Array.from({ length: 30 }, (_, at) => `4477018${String(at).padStart(5, '0')}`);
				// Few at a time: this is about the copies, and n8n has only just started.
				const told = await tellAll(customers, 5);
				await control.delivery({ duplicates: 0 });
				await untilAllEnded();
				const taken =
					Number((await environment.query('SELECT count(*) FROM taken_in'))[0][0]) - Number(before);
				// Each process drops what it knows, and knows nothing of the other.
				expect(taken).toBeGreaterThan(told.length);
				expect(taken).toBeLessThanOrEqual(told.length * environment.webhooks.length);
				expect([...(await answersTo(told)).values()]).toEqual(told.map(() => 1));
			},
			WITHIN_MS,
		);

		it(
			`loses none of ${EVENTS} events when a worker and a webhook process are killed meanwhile`,
			async () => {
				const customers = Array.from({ length: EVENTS }, (_, at) => `44771${String(at).padStart(7, '0')}`);
				const outages: Array<Promise<void>> = [];
				const when = new Map([
					[Math.floor(EVENTS / 3), environment.workers[0]],
					[Math.floor((EVENTS * 2) / 3), environment.webhooks[0]],
				]);
				const began = Date.now();
				let deliveredAfter = 0;
				const told = await tellAll(customers, AT_ONCE, (count) => {
					const victim = when.get(count);
					if (victim) outages.push(powerCut(victim));
				}).finally(async () => {
					deliveredAfter = Date.now() - began;
					await Promise.allSettled(outages);
				});
				await Promise.all(outages);
				await untilAllEnded();
				const endedAfter = Date.now() - began;

				const executions = await executionsByEvent(environment);
				const answers = await answersTo(told);
				const of = (id: string) => executions.get(id) ?? [];
				const twice = told.filter(({ id }) => of(id).length > 1);
				// One that ran twice may have gone down with the webhook process the first time, and well the second.
				const died = told.filter(({ id }) => of(id).every((status) => status !== 'success'));
				const unanswered = told.filter(({ id }) => answers.get(id) === 0);
				console.info(
					JSON.stringify({
						events: told.length,
						eventsPerSecond: Math.round((told.length / deliveredAfter) * 10_000) / 10,
						executionsPerSecond: Math.round((told.length / endedAfter) * 10_000) / 10,
						repeatedByProvider: told.filter(({ attempts }) => attempts > 1).length,
						ranTwice: twice.length,
						diedWithTheWorker: died.length,
						unanswered: unanswered.length,
					}),
				);

				expect(told).toHaveLength(EVENTS);
				expect(told.filter(({ acknowledged }) => !acknowledged)).toEqual([]);
				expect(told.filter(({ id }) => of(id).length === 0)).toEqual([]);
				// An event runs twice only if the process was killed between its execution and the answer to the provider.
				expect(twice.filter(({ attempts }) => attempts === 1)).toEqual([]);
				expect(told.filter(({ id }) => (answers.get(id) ?? 0) > 1)).toEqual([]);
				// n8n does not run again what a worker was at when it was killed; it says so in the execution.
				expect(died.length).toBeLessThanOrEqual(WORKER_CONCURRENCY);
				expect(unanswered.filter((one) => !died.includes(one))).toEqual([]);
			},
			WITHIN_MS,
		);
	});
}

async function powerCut(victim: QueueProcess): Promise<void> {
	await victim.kill();
	await sleep(GONE_FOR_MS);
	await victim.start();
}

/**
 * Notes down in the database which event each execution was made for: what n8n writes over an execution whose worker was
 * killed does not tell it any more.
 */
async function watchExecutions({ query }: QueueEnvironment): Promise<void> {
	await query('CREATE TABLE taken_in (execution integer, event text)');
	await query(`CREATE FUNCTION take_in() RETURNS trigger AS $$ BEGIN
		INSERT INTO taken_in VALUES (NEW."executionId", substring(NEW.data from '"message:([^"]+)"'));
		RETURN NEW; END $$ LANGUAGE plpgsql`);
	await query(
		'CREATE TRIGGER take_in AFTER INSERT ON execution_data FOR EACH ROW EXECUTE FUNCTION take_in()',
	);
}

/** Statuses of the executions of every event, by the message's ID. */
async function executionsByEvent({ query }: QueueEnvironment): Promise<Map<string, string[]>> {
	const rows = await query('SELECT event, status FROM taken_in JOIN execution_entity ON id = execution');
	const byEvent = new Map<string, string[]>();
	for (const [event, status] of rows) byEvent.set(event, [...(byEvent.get(event) ?? []), status]);
	return byEvent;
}
