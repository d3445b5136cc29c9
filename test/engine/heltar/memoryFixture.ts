import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import type { IDataObject, IExecuteFunctions, INode, INodeType, IRun } from 'n8n-workflow';
import { createRunExecutionData, NodeConnectionTypes, Workflow } from 'n8n-workflow';

import { recentReads } from '../../../nodes/Heltar/chatMemory/readConversation';
import { HeltarChatMemory } from '../../../nodes/Heltar/HeltarChatMemory.node';
import { additionalData } from '../harness';
import { KEY, useFixture } from './fixture';

/** What n8n's agent takes of its memory (utils/agent-execution/memoryManagement.js of its AI nodes). */
interface AgentMemory {
	loadMemoryVariables(values: object): Promise<{
		chat_history: Array<{ getType(): string; content: Array<{ type: string; text: string }>; name?: string }>;
	}>;
	saveContext(input: object, output: object): Promise<void>;
	chatHistory: { addMessages(messages: unknown[]): Promise<void>; getMessages(): Promise<unknown[]> };
}

const description = (name: string, more: object) =>
	({
		displayName: name,
		name,
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name },
		outputs: [NodeConnectionTypes.Main],
		properties: [],
		...more,
	}) as never;

class Start implements INodeType {
	description = description('start', { inputs: [] });

	async execute(this: IExecuteFunctions) {
		return [this.getInputData()];
	}
}

/** Calls its memory as n8n's agent does: before each call of a model anew, and in the end to save the turn. */
class Agent implements INodeType {
	description = description('agent', {
		inputs: [
			NodeConnectionTypes.Main,
			{ type: NodeConnectionTypes.AiMemory, displayName: 'Memory', maxConnections: 1 },
		],
	});

	async execute(this: IExecuteFunctions) {
		const rounds: string[][] = [];
		for (let round = 0; round < 3; round++) {
			const memory = (await this.getInputConnectionData(NodeConnectionTypes.AiMemory, 0)) as AgentMemory;
			const { chat_history: history } = await memory.loadMemoryVariables({});
			rounds.push(
				history.map((message) => `${message.getType()}: ${message.content.map(({ text }) => text).join()}`),
			);
			await memory.saveContext({ input: 'asked' }, { output: 'answered' });
			await memory.chatHistory.addMessages(history);
		}
		return [[{ json: { rounds }, pairedItem: 0 }]];
	}
}

const nodeTypes: Record<string, INodeType> = {
	start: new Start(),
	agent: new Agent(),
	heltarChatMemory: new HeltarChatMemory(),
};

const node = (name: string, type: string, more: Partial<INode> = {}): INode => ({
	id: name,
	name,
	type,
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
	...more,
});

export interface AgentRun {
	/** What the agent got, each "human: …" or "ai: …"; undefined when it failed. */
	memory?: string[];
	/** Of the agent. */
	error?: { message: string; description?: string | null };
	/** Beside the output of the memory. */
	hints: string[];
	run: IRun;
}

/** A sandbox, and an agent with the memory connected to it. */
export function useMemory() {
	let executions = 0;
	beforeEach(() => recentReads.clear());
	const fixture = useFixture();
	return Object.assign(fixture, {
		/** @param execution the same for runs of one execution */
		remember: async (
			items: IDataObject[],
			{ parameters = {}, apiKey = KEY, execution = `run-${++executions}` } = {},
		): Promise<AgentRun> => {
			const memory = node('Memory', 'heltarChatMemory', {
				parameters,
				credentials: { heltarApi: { id: 'h', name: 'h' } },
			});
			const to = (name: string, type: string) => ({
				[type]: [[{ node: name, type: type as never, index: 0 }]],
			});
			const workflow = new Workflow({
				id: 'wf1',
				active: false,
				nodes: [node('Start', 'start'), node('Agent', 'agent'), memory],
				connections: {
					Start: to('Agent', NodeConnectionTypes.Main),
					Memory: to('Agent', NodeConnectionTypes.AiMemory),
				},
				nodeTypes: {
					getByName: (name: string) => nodeTypes[name],
					getByNameAndVersion: (name: string) => nodeTypes[name],
					getKnownTypes: () => ({}),
				} as never,
			});
			const about = { id: 'wf1', name: 'wf', nodes: [], connections: {} } as never;
			const hooks = new ExecutionLifecycleHooks('manual', execution, about);
			const start = {
				node: workflow.getNode('Start') as INode,
				data: { main: [items.map((json) => ({ json }))] },
				source: null,
			};
			const data = createRunExecutionData({ executionData: { nodeExecutionStack: [start] } } as never);
			const credentials = { heltarApi: { apiKey, baseUrl: fixture.baseUrl } };
			const run = await new WorkflowExecute(
				additionalData(credentials, { hooks, executionId: execution } as never),
				'manual',
				data,
			).processRunExecutionData(workflow);
			const { runData, error } = run.data.resultData;
			const rounds = runData.Agent?.at(-1)?.data?.main[0]?.[0]?.json.rounds as string[][] | undefined;
			// What it got first it gets again, until the execution has ended.
			if (rounds) expect(rounds.length).toBeGreaterThan(1);
			for (const round of rounds ?? []) expect(round).toEqual(rounds![0]);
			return {
				memory: rounds?.[0],
				error: error as AgentRun['error'],
				hints: (runData.Memory ?? []).flatMap(({ hints = [] }) => hints.map(({ message }) => message)),
				run,
			};
		},
	});
}
