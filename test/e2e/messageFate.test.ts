import axios from 'axios';
import { join } from 'node:path';
import { credentialForStyle, exampleWorkflow } from '../../demo/environment';
import type { Execution } from '../../demo/n8nApi';
import { productionUrl } from '../../demo/productionUrl';
import { eventually } from '../waiting';
import type { Fixture } from './environment';
import { openFixture } from './environment';

const ROOT = join(__dirname, '..', '..');
const EXAMPLE = 'hello-all-message-fate.json';
const ENDS = ['Order and status', 'Order and earlier status'];

let fixture: Fixture;
beforeAll(async () => {
	fixture = await openFixture('helloAll');
});

const settings = async (change: object) =>
	await axios.patch(`${fixture.sandboxUrl}/_sandbox/settings`, { 'hello-all': change });

/** Order and status, as the workflow's two ends give them together. */
const fatesIn = (executions: Execution[]) =>
	executions
		.flatMap(({ data }) => ENDS.flatMap((end) => data.resultData.runData[end] ?? []))
		.flatMap((run) => run.data?.main[0] ?? [])
		.map(({ json }) => `${String(json.order)} ${String(json.status)}`);

// The report says which message a queue number became; statuses name the message alone.
it.each([
	['before', 'first', '1042'],
	['after', 'last', '1043'],
])(
	'the example ties statuses to what was sent when the report comes %s them',
	async (_, queueReport, order) => {
		const { api, provider, control, sandboxUrl, n8nUrl } = fixture;
		await settings({ metaAnswer: 'queue', queueReport });
		const [style] = provider.styles!;
		const data = credentialForStyle(provider, style, sandboxUrl);
		const credential = await api.putCredential({
			...data,
			name: `${data.name} ${new URL(sandboxUrl).host}`,
		});
		const example = await exampleWorkflow(ROOT, { ...provider, example: EXAMPLE }, credential);
		// The order is the workflow's own, so that the tables tell the two apart.
		const own = JSON.parse(JSON.stringify(example).replaceAll('1042', order)) as typeof example;
		const workflow = await api.createWorkflow(own);
		// Makes the tables, which the first status needs.
		await api.activate(workflow);
		const url = productionUrl(n8nUrl, workflow);
		await control.saveWebhook(url);
		try {
			const { status } = await api.run(workflow, 'When you send');
			expect(status).toBe('success');
			const fates = async () => {
				const found = fatesIn(await api.executions(workflow.id));
				return ['sent', 'delivered'].every((status) => found.includes(`${order} ${status}`));
			};
			expect(await eventually(fates, 'the fate of the message')).toBe(true);
		} finally {
			await control.removeWebhook(url);
			await api.deactivate(workflow);
			await settings({ queueReport: 'first' });
		}
	},
);
