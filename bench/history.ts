import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PACKAGE } from '../demo/packedPackage.ts';
import type { WorkflowNode } from '../demo/n8nApi.ts';
import { PROVIDERS } from '../demo/providers.ts';
import type { BenchSandbox } from './sandbox.ts';
import type { BenchEnvironment } from './environment.ts';
import { inTurn } from './bulk.ts';
import type { Figure } from './report.ts';
import { figure, figureOfPairs } from './report.ts';

const MESSAGES = 10_000;
const IN_A_CALL = 1_000;
const TIMES = 11;
/** What both memories give the agent, in messages; n8n's counts turns of two. */
const WINDOW = 20;
const CUSTOMER = '919820000000';

/**
 * An agent that remembers with Heltar Chat Memory a conversation of 10,000 messages, beside the same agent with n8n's Simple
 * Memory: the time of the agent, whose model answers at once. And what is read for it.
 */
export async function againstSimpleMemory(
	sandbox: BenchSandbox,
	environment: BenchEnvironment,
): Promise<Figure[]> {
	await sandbox.begin({ heltar: { latencyMs: 0, window: 'open' } });
	await writeHistory(sandbox.url);
	const model = await startModel();
	try {
		const { api, credentials } = environment;
		const openAi = await api.createCredential({
			name: `Bench model ${model.url}`,
			type: 'openAiApi',
			data: { apiKey: 'sk-bench', url: `${model.url}/v1` },
		});
		const side = async (memory: Memory) => {
			const workflow = await api.createWorkflow(agentWith(memory, { openAiApi: openAi }));
			return async () => {
				const { status, data } = await api.run(workflow, 'Start');
				const [run] = data.resultData.runData.Agent ?? [];
				if (status !== 'success' || !run) throw new Error(`The agent ended as ${status}`);
				return run.executionTime;
			};
		};
		const ours = await side({
			type: `${PACKAGE}.heltarChatMemory`,
			typeVersion: 1,
			parameters: { windowSize: WINDOW, options: { onReadError: 'stop' } },
			credentials: { heltarApi: credentials.heltarApi },
		});
		const theirs = await side({
			type: '@n8n/n8n-nodes-langchain.memoryBufferWindow',
			typeVersion: 1.4,
			parameters: {
				sessionIdType: 'customKey',
				sessionKey: '={{ $json.from }}',
				contextWindowLength: WINDOW / 2,
			},
		});
		// So that there is as much to remember.
		for (let turn = 0; turn < WINDOW / 2; turn += 1) await theirs();
		model.asked.length = 0;
		const times = await inTurn(TIMES, ours, theirs);
		const told = model.asked.filter((messages) => messages !== WINDOW + 1);
		if (told.length > 0) throw new Error(`The model was asked with ${told.join(', ')} messages`);

		const reads = (await sandbox.requests('heltar')).filter(
			({ path }) => path === `/v1/messages/${CUSTOMER}`,
		);
		return [
			figureOfPairs('memory.history', times, 'ms'),
			figure('memory.history.reads', reads.length / (TIMES + 1), 'calls'),
			figure('memory.history.messages', Number(reads[0].query.limit), 'messages', MESSAGES),
		];
	} finally {
		await model.stop();
	}
}

async function writeHistory(url: string): Promise<void> {
	const [{ apiKey }] = PROVIDERS;
	for (let first = 0; first < MESSAGES; first += IN_A_CALL) {
		const messages = Array.from({ length: IN_A_CALL }, (_, at) => ({
			clientWaNumber: CUSTOMER,
			messageType: 'text',
			message: `Message ${first + at}: your parcel left the depot this morning and arrives on Friday.`,
		}));
		const response = await fetch(`${url}/heltar/v1/messages/send`, {
			method: 'POST',
			headers: { Authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
			body: JSON.stringify({ messages }),
		});
		if (response.status !== 200) throw new Error(`Sandbox: ${response.status} ${await response.text()}`);
	}
}

/** OpenAI's interface ("Create chat completion") with one answer. `asked`: how many messages each question had. */
async function startModel() {
	const asked: number[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const { messages } = JSON.parse(Buffer.concat(chunks).toString()) as {
				messages: Array<{ role: string }>;
			};
			asked.push(messages.filter(({ role }) => role !== 'system').length);
			const choice = { index: 0, message: { role: 'assistant', content: 'Good.' }, finish_reason: 'stop' };
			const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
			response.writeHead(200, { 'content-type': 'application/json' });
			response.end(
				JSON.stringify({ id: 'bench', object: 'chat.completion', created: 0, choices: [choice], usage }),
			);
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		asked,
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		async stop() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}

type Memory = Pick<WorkflowNode, 'type' | 'typeVersion' | 'parameters' | 'credentials'>;

function agentWith(memory: Memory, credentials: WorkflowNode['credentials']) {
	const named = (name: string, node: Memory): WorkflowNode => ({ name, position: [0, 0], ...node });
	const to = (node: string, type: string) => ({ [type]: [[{ node, type, index: 0 }]] });
	const message = { from: CUSTOMER, id: 'wamid.none', text: 'Where is my parcel?' };
	return {
		name: 'Bench: agent',
		nodes: [
			named('Start', { type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} }),
			named('Message', {
				type: 'n8n-nodes-base.set',
				typeVersion: 3.4,
				parameters: { mode: 'raw', jsonOutput: JSON.stringify(message), options: {} },
			}),
			named('Agent', {
				type: '@n8n/n8n-nodes-langchain.agent',
				typeVersion: 3.1,
				parameters: { promptType: 'define', text: '={{ $json.text }}', options: {} },
			}),
			named('Model', {
				type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
				typeVersion: 1.3,
				parameters: {
					model: { __rl: true, mode: 'id', value: 'bench-1' },
					responsesApiEnabled: false,
					options: {},
				},
				credentials,
			}),
			named('Memory', memory),
		],
		connections: {
			Start: to('Message', 'main'),
			Message: to('Agent', 'main'),
			Model: to('Agent', 'ai_languageModel'),
			Memory: to('Agent', 'ai_memory'),
		},
		settings: { executionOrder: 'v1' },
	};
}
