import type { WorkflowData } from '../../demo/n8nApi';
import type { Fixture } from '../e2e/environment';
import { openFixture, STARTED_BY_HAND } from '../e2e/environment';
import { until } from '../waiting';
import type { Editor } from './editor';
import type { OpenEditor } from './useEditor';

const BAD = [17, 58, 99, 180];

/** Two hundred people, of whom four have a number without a country code. */
const people = Array.from({ length: 200 }, (_, at) => ({
	phone: BAD.includes(at) ? `0770 0900${at}` : String(919812000000 + at),
	name: `Customer ${at}`,
}));

export function sendManyTests(openEditor: OpenEditor): void {
	describe('somebody who sends to many', () => {
		let fixture: Fixture;
		let editor: Editor;
		beforeAll(async () => {
			fixture = await openFixture('heltar');
			editor = await openEditor('send-many');
		});

		describe('somebody who looks at the output of a send to many', () => {
			/** A list of people, and a node that sends to each of them. */
			function workflow(onError: string): WorkflowData {
				const steps = [
					{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', parameters: {} },
					{
						name: 'List',
						type: 'n8n-nodes-base.set',
						typeVersion: 3.4,
						parameters: { mode: 'raw', jsonOutput: JSON.stringify({ people }), options: {} },
					},
					{
						name: 'People',
						type: 'n8n-nodes-base.splitOut',
						parameters: { fieldToSplitOut: 'people', options: {} },
					},
					{
						name: 'Send',
						type: 'n8n-nodes-whatsapp-bsp.heltar',
						parameters: {
							resource: 'message',
							operation: 'sendText',
							clientWaNumber: '={{ $json.phone }}',
							message: '=Hello {{ $json.name }}',
						},
						credentials: { heltarApi: fixture.credential },
						onError,
					},
				];
				const input = (node: string) => [{ node, type: 'main', index: 0 }];
				return {
					name: `Send to many (${onError})`,
					nodes: steps.map((step, at) => ({
						typeVersion: 1,
						position: [200 * at, 0] as [number, number],
						...step,
					})),
					connections: {
						Start: { main: [input('List')] },
						List: { main: [input('People')] },
						People: { main: [input('Send')] },
					},
				};
			}

			const open = async (onError: string) => {
				const { id } = await fixture.api.createWorkflow(workflow(onError));
				await editor.openWorkflow(id);
				await editor.executeWorkflow();
				await editor.openExecutedNode('Send');
				await editor.output.showAs('table');
			};

			it('reads above the table how many failed, which, and how to send only these again', async () => {
				await open('continueRegularOutput');
				await editor.sees('196 sent, 4 failed: 17, 58, 99, 180');
				await editor.sees(/To run only these again/);
				await editor.screenshot('table');
			});

			it('sees at least eight rows without scrolling, which begin with outcome, recipient and ID', async () => {
				expect(await editor.output.headings()).toEqual(
					expect.arrayContaining(['outcome', 'clientWaNumber', 'wamid']),
				);
				expect((await editor.output.headings()).slice(0, 3)).toEqual(['outcome', 'clientWaNumber', 'wamid']);
				expect(await editor.output.rowsInSight()).toBeGreaterThanOrEqual(8);
			});

			it('finds the failed ones by a search, each with its recipient and the reason', async () => {
				await editor.output.search('failed');
				const rows = await until(
					async () => await editor.output.rows(),
					(all) => all.length === BAD.length,
				);
				await editor.screenshot('search-failed');
				BAD.forEach((at, row) => expect(rows[row]).toContain(`0770 0900${at}`));
			});

			it('finds them in the Error branch with their input, where the node has an error output', async () => {
				await open('continueErrorOutput');
				await editor.sees(/The failed ones are in the Error branch/);
				await editor.output.showBranch('Error');
				await editor.sees('Customer 17');
				await editor.screenshot('error-branch');
			});
		});

		describe('somebody whose run stops', () => {
			it('reads the reason of every bad item', async () => {
				const numbers = ['919812000001', '0770 1', '919812000002', 'n/a'];
				const node = {
					name: 'Send',
					type: 'n8n-nodes-whatsapp-bsp.heltar',
					typeVersion: 1,
					position: [400, 0] as [number, number],
					parameters: {
						resource: 'message',
						operation: 'sendText',
						clientWaNumber: '={{ $json.phone }}',
						message: 'Hello',
					},
					credentials: { heltarApi: fixture.credential },
				};
				const { id } = await fixture.api.createWorkflow({
					name: 'A run that stops',
					nodes: [
						...STARTED_BY_HAND.nodes,
						{
							name: 'People',
							type: 'n8n-nodes-base.code',
							typeVersion: 2,
							position: [200, 0],
							parameters: {
								jsCode: `return ${JSON.stringify(numbers.map((phone) => ({ json: { phone } })))};`,
							},
						},
						node,
					],
					connections: {
						Start: { main: [[{ node: 'People', type: 'main', index: 0 }]] },
						People: { main: [[{ node: 'Send', type: 'main', index: 0 }]] },
					},
				});
				await editor.openWorkflow(id);
				await editor.executeWorkflow();
				await editor.openExecutedNode('Send');
				await editor.sees(/Item 1: Recipient: "0770 1" must not start with 0/);
				await editor.sees(/Item 3: Recipient: "n\/a" is not a phone number/);
				await editor.screenshot('reasons');
			});
		});
	});
}
