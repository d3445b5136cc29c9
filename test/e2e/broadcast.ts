import axios from 'axios';
import type { Workflow } from '../../demo/n8nApi';
import { eventually } from '../waiting';
import type { OwnN8n } from './ownN8n';
import { TriggerFixture } from './triggerFixture';

/** All 1,000 with BROADCAST_PEOPLE=1000, as in the nightly job; fewer prove the same in less time. */
const PEOPLE = Number(process.env.BROADCAST_PEOPLE ?? 100);
const TRIGGERS = 4;
const IN_ONE_CALL = 100;
/** Beside these, the sandbox tells by itself that a message was sent and delivered. */
const FURTHER_STATUSES = ['read', 'played'];
const STATUSES = 2 + FURTHER_STATUSES.length;
const WITHIN_MS = 600_000;

interface Registered {
	failures?: number;
	switchedOff?: object;
}

export function broadcastTests(ownN8n: OwnN8n): void {
	let trigger: TriggerFixture;
	const published: Workflow[] = [];
	beforeAll(async () => {
		trigger = await TriggerFixture.open('heltar', await ownN8n.withFurtherSandbox());
		// The ten seconds that a provider waits for a receiver are part of what is tested.
		await trigger.fixture.control.delivery({ timeoutScale: 1 });
		for (let count = 0; count < TRIGGERS; count += 1) {
			const workflow = await trigger.workflow();
			await trigger.fixture.api.activate(workflow);
			published.push(workflow);
		}
	});

	it(
		`no webhook is switched off by a broadcast to ${PEOPLE} people with ${STATUSES} statuses each and ${TRIGGERS} published triggers`,
		async () => {
			const { control, sandboxUrl, baseUrl, provider, api } = trigger.fixture;
			const state = async () =>
				(await axios.get<Registered[]>(`${sandboxUrl}/_sandbox/heltar/webhooks`)).data;
			let mostFailures = 0;
			const start = process.uptime();
			const watching = setInterval(() => {
				void state().then((all) => {
					mostFailures = Math.max(mostFailures, ...all.map(({ failures = 0 }) => failures));
				});
			}, 500);
			try {
				const people = Array.from({ length: PEOPLE }, (_, at) => String(919830000000 + at));
				for (let at = 0; at < PEOPLE; at += IN_ONE_CALL) {
					const messages = people.slice(at, at + IN_ONE_CALL).map((clientWaNumber) => ({
						clientWaNumber,
						messageType: 'text',
						message: 'Our season opens.',
					}));
					const headers = { Authorization: `Bearer ${provider.apiKey}` };
					await axios.post(`${baseUrl}/v1/messages/send`, { messages }, { headers });
				}
				const sends = async () =>
					(await axios.get<Array<{ id: string; status: string }>>(`${sandboxUrl}/_sandbox/heltar/sends`))
						.data;
				const arrived = await eventually(
					async () => {
						const all = await sends();
						return all.length === PEOPLE && all.every(({ status }) => status === 'delivered') && all;
					},
					'every message to arrive',
					WITHIN_MS,
				);
				const waiting = arrived.values();
				const reading = async () => {
					for (const { id } of waiting)
						for (const status of FURTHER_STATUSES) await control.status(id, status);
				};
				// Resolves when all four webhooks have answered each of them.
				await Promise.all(Array.from({ length: 50 }, reading));
			} finally {
				clearInterval(watching);
			}
			const deliveries = PEOPLE * STATUSES * TRIGGERS;
			const seconds = process.uptime() - start;
			console.log(
				`${deliveries} deliveries in ${seconds.toFixed(0)} s, ${(deliveries / seconds).toFixed(0)} a second; most failures in a row: ${mostFailures}`,
			);
			const all = await state();
			expect(all).toHaveLength(TRIGGERS);
			expect(all.map(({ switchedOff }) => switchedOff)).toEqual(all.map(() => undefined));
			expect(mostFailures).toBe(0);
			// Statuses nobody asked for start nothing.
			for (const { id } of published) expect(await api.countExecutions(id)).toBe(0);
			await control.inbound({ from: trigger.customer, message: { type: 'text', text: { body: 'Hello' } } });
			for (const workflow of published) await trigger.executions(workflow, 1);
		},
		WITHIN_MS,
	);
}
