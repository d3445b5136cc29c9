import axios from 'axios';
import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import type { WorkflowData } from '../../demo/n8nApi';
import type { QueueEnvironment } from '../../demo/queue/environment';
import type { Spread } from '../../demo/queue/front';
import { exampleWorkflow } from '../../demo/environment';
import type { Workflow } from '../e2e/environment';
import { eventually } from '../waiting';
import { liveNames } from '../e2e/liveProviders';
import type { TriggerFixture } from '../e2e/triggerFixture';
import { answeredWith, TRIGGER } from '../e2e/triggerFixture';
import { burstTest } from './bursts';
import { Customer } from './customer';
import { loadTests } from './load';
import {
	cleanUp,
	describeInQueueMode,
	openTrigger,
	WAIT_LIMIT_MS,
	openQueueEnvironment,
	ROOT,
	STARTED_WITHIN_MS,
} from './queueFixture';
import { restartTests } from './restart';
import { chain, downloadStep, readAndTell, stepsOf } from './steps';
import { TimedQuestions } from './timeLimit';

const BULK = 200;

describeInQueueMode('n8n in queue mode', () => {
	let environment: QueueEnvironment;
	let triggers: Record<string, TriggerFixture>;
	const timedQuestions = new TimedQuestions();
	beforeAll(async () => {
		environment = await openQueueEnvironment();
		triggers = {};
		for (const name of liveNames) triggers[name] = await openTrigger(environment, name);
		await timedQuestions.ask(environment);
	}, STARTED_WITHIN_MS);
	afterAll(async () => await environment?.stop(), STARTED_WITHIN_MS);

	describe('from delivery to answer', () => {
		afterEach(async () => await cleanUp(environment, Object.values(triggers)));

		describe.each(liveNames)('with %s', (provider) => {
			let trigger: TriggerFixture;
			let customer: Customer;
			let customers = 0;
			beforeAll(() => {
				trigger = triggers[provider];
			});
			beforeEach(() => {
				// A number nobody has written to or from.
				const number = `${trigger.customer.slice(0, -2)}${60 + ++customers}`;
				customer = new Customer(trigger.fixture.control, number);
			});

			async function whileActive(data: WorkflowData, work: (workflow: Workflow) => Promise<void>) {
				const { api } = trigger.fixture;
				const workflow = await api.createWorkflow(data);
				await api.activate(workflow);
				await work(workflow);
				await api.deactivate(workflow);
			}

			it('registers the address of the load balancer, and answers a customer from a worker', async () => {
				const { fixture } = trigger;
				await whileActive(
					await exampleWorkflow(ROOT, fixture.provider, fixture.credential),
					async (workflow) => {
						const [url] = await trigger.ownUrls();
						expect(url).toMatch(new RegExp(`^${environment.url}/webhook/`));
						const { deliveries } = await customer.says('Is it ready?');
						expect(answeredWith(deliveries)).toEqual([200]);
						expect(await customer.answer()).toMatch(/Is it ready\?/);

						const [{ id }] = await trigger.executions(workflow, 1);
						const logs = await Promise.all(
							environment.workers.map(async ({ logFile }) => await readFile(logFile, 'utf8')),
						);
						expect(logs.filter((log) => log.includes(`Worker started execution ${id} `))).toHaveLength(1);
					},
				);
			});

			it('takes deliveries at both webhook processes alike, and at neither once it is inactive', async () => {
				const direct = async (url: string, id: string) => {
					const [registered] = await trigger.fixture.control.registrations();
					const [body] = await trigger.bodiesOf(id);
					return await Promise.all(
						environment.webhooks.map(async (webhook, at) => {
							const { status } = await axios.post(
								url.replace(environment.url, webhook.url),
								body.replaceAll(id, `${id}${at}`),
								{ headers: registered?.headers, validateStatus: () => true },
							);
							return status;
						}),
					);
				};
				let url = '';
				let id = '';
				await whileActive(chain('Takes', [stepsOf(trigger.fixture).trigger()]), async (workflow) => {
					[url] = await trigger.ownUrls();
					({ id } = await customer.says('Hello'));
					expect(await direct(url, id)).toEqual([200, 200]);
					await trigger.executions(workflow, 3);
				});
				expect(await direct(url, id)).toEqual([404, 404]);
			});

			it(`sends ${BULK} messages in bulk from a worker, to each customer one although one try failed`, async () => {
				const { control } = trigger.fixture;
				const first = Number(`${customer.number.slice(0, -4)}7000`);
				const { trigger: start, sendText } = stepsOf(trigger.fixture);
				const people = `={{ { people: Array.from({ length: ${BULK} }, (_, i) => ({ to: String(${first} + i) })) } }}`;
				const workflow = chain('Bulk', [
					start(),
					{
						type: 'n8n-nodes-base.set',
						typeVersion: 3.4,
						parameters: { mode: 'raw', jsonOutput: people, options: {} },
					},
					{ type: 'n8n-nodes-base.splitOut', parameters: { fieldToSplitOut: 'people', options: {} } },
					// The second try knows what the first one sent: both run in the same worker.
					{
						...sendText('={{ $json.to }}', 'News for you'),
						retryOnFail: true,
						maxTries: 2,
						waitBetweenTries: 100,
					},
				]);
				await whileActive(workflow, async (active) => {
					await control.fault({
						method: 'POST',
						path: '/v1/messages',
						times: 1,
						...(provider === 'heltar'
							? { fault: { kind: 'partial', positions: [5] } }
							: { after: 5, fault: { kind: 'status', status: 400 } }),
					});
					await customer.says('Go');
					await eventually(
						async () => (await trigger.executions(active, 1))[0].status === 'success',
						'the end of the bulk run',
						WAIT_LIMIT_MS,
					);
					const [{ data }] = await trigger.executions(active, 1);
					const results = data.resultData.runData['Step 3'][0].data?.main[0] ?? [];
					expect(results.map(({ json }) => json.outcome)).toEqual(Array(BULK).fill('sent'));
					const received = await Promise.all(
						Array.from(
							{ length: BULK },
							async (_, at) => (await control.conversation(String(first + at))).length,
						),
					);
					expect(received).toEqual(Array(BULK).fill(1));
				});
			});

			describe('a file a customer sent', () => {
				const content = 'Invoice 4711, to be paid by Friday.';

				it('that a webhook process downloaded is read in a worker', async () => {
					const { trigger: start } = stepsOf(trigger.fixture);
					await whileActive(
						chain('Reads', [start({ downloadMedia: true }), ...readAndTell(trigger.fixture)]),
						async (workflow) => {
							await customer.sendsFile(content);
							expect(await customer.answer()).toBe(content);
							const [{ data }] = await trigger.executions(workflow, 1);
							const [item] = data.resultData.runData[TRIGGER][0].data!.main[0] as unknown as Array<{
								binary: { data: Record<string, string> };
							}>;
							expect(item.binary.data).toMatchObject({
								fileName: 'bill.txt',
								id: expect.stringMatching(/^database/),
							});
						},
					);
				});

				it('is downloaded by a worker', async () => {
					const steps = [stepsOf(trigger.fixture).trigger(), downloadStep(trigger.fixture)];
					await whileActive(chain('Downloads', [...steps, ...readAndTell(trigger.fixture)]), async () => {
						await customer.sendsFile(content);
						expect(await customer.answer()).toBe(content);
					});
				});
			});

			it('tests on main, and puts the production address back', async () => {
				const { api } = trigger.fixture;
				await whileActive(chain('Tests', [stepsOf(trigger.fixture).trigger()]), async (workflow) => {
					const before = await trigger.ownUrls();
					await api.listen(workflow, TRIGGER);
					// Heltar gets an address more; Hello All, which has room for one, the same with the test it hands on to.
					expect(await trigger.ownUrls()).not.toEqual(before);
					expect(answeredWith((await customer.says('For the test')).deliveries)).toEqual([200]);
					await eventually(
						async () => isDeepStrictEqual(await trigger.ownUrls(), before),
						'the end of the test',
						WAIT_LIMIT_MS,
					);

					// The test itself, and with Heltar, which delivers to every address, the one in production.
					const so = provider === 'heltar' ? 2 : 1;
					await trigger.executions(workflow, so);
					expect(answeredWith((await customer.says('For production')).deliveries)).toEqual([200]);
					await trigger.executions(workflow, so + 1);
				});
			});
		});
	});

	describe('what waits most of its time', () => {
		let first: Workflow;
		let second: Workflow;
		let urls: string[];
		let refusal: Promise<unknown>;
		beforeAll(async () => {
			const { helloAll } = triggers;
			const { api } = helloAll.fixture;
			[first, second] = [await helloAll.workflow(), await helloAll.workflow()];
			await api.activate(first);
			urls = await helloAll.ownUrls();
			// n8n tries several times before it says so.
			refusal = api.activate(second).catch((error: unknown) => error);
		});
		afterAll(async () => {
			environment.spreadBy('turn');
			await cleanUp(environment, Object.values(triggers));
		});

		const burstTestWith = (spread: Spread) =>
			burstTest(
				spread,
				() => environment,
				() => triggers.heltar,
			);

		burstTestWith('address');

		it('a second workflow on a Hello All number is refused, although main runs no webhooks itself', async () => {
			const { helloAll } = triggers;
			expect(String(await refusal)).toMatch(/another published workflow on this n8n already receives/);
			expect(await helloAll.ownUrls()).toEqual(urls);
			await helloAll.fixture.api.deactivate(second);
			await helloAll.fixture.api.deactivate(first);
			expect(await helloAll.ownUrls()).toEqual([]);
		});

		it('a question goes on in a worker at its time limit, over every provider', async () =>
			await timedQuestions.expectTimedOut());

		// After the refusal, during which calls come that take their turns, too.
		burstTestWith('turn');
	});

	loadTests(() => environment);

	// Last, since it takes away all processes.
	restartTests(() => environment);
});
