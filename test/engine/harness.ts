import type { Container as DependencyContainer } from '@n8n/di';
import {
	BinaryDataConfig,
	BinaryDataService,
	ExecuteContext,
	ExecutionLifecycleHooks,
	WorkflowExecute,
} from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IExecuteData,
	IHttpRequestOptions,
	INode,
	INodeExecutionData,
	INodeType,
	IRun,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { createRunExecutionData, NodeConnectionTypes, Workflow } from 'n8n-workflow';
import { createRequire } from 'node:module';

import { callBudgets } from '../../core/http/callBudget';
import { testedProviders } from '../providers';

/** Accounts have the same name in all tests, and begin each with calls to make. */
beforeEach(() => {
	callBudgets.clear();
});

/** n8n-core's own copy: other packages bring further ones, which know none of its services. */
const { Container } = createRequire(require.resolve('n8n-core'))('@n8n/di') as {
	Container: typeof DependencyContainer;
};

/** Where items enter the workflow under test. */
class Start implements INodeType {
	description = {
		displayName: 'Start',
		name: 'start',
		group: ['trigger'],
		version: 1,
		description: '',
		defaults: { name: 'Start' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	} as never;

	async execute(this: { getInputData(): INodeExecutionData[] }) {
		return [this.getInputData()];
	}
}

export const nodeTypes: Record<string, INodeType> = {
	start: new Start(),
	...Object.fromEntries(
		testedProviders.flatMap(({ action, trigger }) =>
			[action, trigger].map((node) => [node.description.name, node]),
		),
	),
};

const credentialTypes = Object.fromEntries(
	testedProviders.map(({ credential }) => [credential.name, credential]),
);

export type Credentials = Record<string, ICredentialDataDecryptedObject>;

/** What n8n's server gives the engine: credentials applied the way n8n applies them. */
export function additionalData(
	credentials: Credentials,
	extra: Partial<IWorkflowExecuteAdditionalData> = {},
): IWorkflowExecuteAdditionalData {
	return {
		credentialsHelper: {
			getParentTypes: () => [],
			isCredentialUsableByNode: () => true,
			preAuthentication: async () => undefined,
			getDecrypted: async (_data: unknown, _node: unknown, type: string) => credentials[type],
			authenticate: async (
				given: ICredentialDataDecryptedObject,
				type: string,
				options: IHttpRequestOptions,
				workflow: Workflow,
				node: INode,
			) => {
				const { authenticate } = credentialTypes[type];
				if (typeof authenticate === 'function') return await authenticate(given, options);
				const { headers = {} } = authenticate!.properties;
				const resolved = Object.entries(headers).map(([name, value]) => [
					name,
					workflow.expression.getSimpleParameterValue(node, value as string, 'internal', {
						$credentials: given,
					} as never),
				]);
				return { ...options, headers: { ...options.headers, ...Object.fromEntries(resolved) } };
			},
		},
		currentNodeParameters: {},
		executionId: '1',
		instanceBaseUrl: 'http://127.0.0.1:5678/',
		webhookBaseUrl: 'http://127.0.0.1:5678/webhook',
		webhookTestBaseUrl: 'http://127.0.0.1:5678/webhook-test',
		formWaitingBaseUrl: 'http://127.0.0.1:5678/form-waiting',
		webhookWaitingBaseUrl: 'http://127.0.0.1:5678/webhook-waiting',
		restApiUrl: 'http://127.0.0.1:5678/rest',
		variables: {},
		setExecutionStatus: () => undefined,
		sendDataToUI: () => undefined,
		...extra,
	} as unknown as IWorkflowExecuteAdditionalData;
}

/** A workflow of the start node and one node under test, named "Node". */
export function workflowWith(type: string, parameters: IDataObject, node: Partial<INode> = {}): Workflow {
	const under: INode = {
		id: 'node-id',
		name: 'Node',
		type,
		typeVersion: 1,
		position: [200, 0],
		webhookId: 'hook-id',
		parameters: parameters as INode['parameters'],
		credentials: Object.fromEntries(Object.keys(credentialTypes).map((name) => [name, { id: name, name }])),
		...node,
	};
	const start: INode = {
		id: 's',
		name: 'Start',
		type: 'start',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	return new Workflow({
		id: 'wf1',
		name: 'Under test',
		active: false,
		nodes: [start, under],
		connections: { Start: { main: [[{ node: 'Node', type: NodeConnectionTypes.Main, index: 0 }]] } },
		nodeTypes: {
			getByName: (name: string) => nodeTypes[name],
			getByNameAndVersion: (name: string) => nodeTypes[name],
			getKnownTypes: () => ({}),
		} as never,
	});
}

export interface NodeRun {
	/** Outputs of the node: one list per output. */
	outputs: INodeExecutionData[][];
	/** Shorthand: the `json` of the first output's items. */
	json: IDataObject[];
	/** The error that ended the run, as n8n stores it. */
	error?: { name: string; message: string; description?: string | null; context: IDataObject } & IDataObject;
	/** What the node wrote to the console of the editor. */
	told: unknown[];
	/** What the editor shows beside the output. */
	hints: string[];
	run: IRun;
}

/**
 * Where n8n keeps binary data: in memory, as the engine does by itself, or as files below a folder, which is what
 * n8n does unless it is told otherwise.
 */
export async function keepBinaryData(folder?: string): Promise<BinaryDataService> {
	const service = Container.get(BinaryDataService);
	const inside = service as unknown as { managers: Record<string, unknown> };
	inside.managers = {};
	if (folder !== undefined) {
		Object.assign(Container.get(BinaryDataConfig), { mode: 'filesystem', localStoragePath: folder });
		await service.init();
	}
	return service;
}

const keepMessages =
	(told: unknown[]) =>
	(_type: string, { messages }: { messages: unknown[] }) =>
		void told.push(...messages);

/** Runs a node inside n8n's own engine over the given items. */
export async function runNode(options: {
	type: string;
	parameters: IDataObject;
	credentials: Credentials;
	items?: IDataObject[];
	/** Items that carry more than `json`, instead of `items`. */
	inputs?: INodeExecutionData[];
	node?: Partial<INode>;
}): Promise<NodeRun> {
	const { type, parameters, credentials, items = [{}], node } = options;
	const { inputs = items.map((json) => ({ json })) } = options;
	const workflow = workflowWith(type, parameters, node);
	const hooks = new ExecutionLifecycleHooks('manual', '1', {
		id: 'wf1',
		name: 'Under test',
		nodes: [],
		connections: {},
	} as never);
	const startData: IExecuteData = {
		node: workflow.getNode('Start') as INode,
		data: { main: [inputs] },
		source: null,
	};
	const data = createRunExecutionData({ executionData: { nodeExecutionStack: [startData] } } as never);
	const told: unknown[] = [];
	const execution = new WorkflowExecute(
		additionalData(credentials, { hooks, sendDataToUI: keepMessages(told) } as never),
		'manual',
		data,
	);
	return toNodeRun(await execution.processRunExecutionData(workflow), told);
}

/** What the latest run of the node under test came to. */
export function toNodeRun(run: IRun, told: unknown[] = []): NodeRun {
	const task = run.data.resultData.runData.Node?.at(-1);
	const outputs = (task?.data?.main ?? []).map((output) => output ?? []);
	return {
		outputs,
		json: (outputs[0] ?? []).map((item) => item.json),
		error: run.data.resultData.error as NodeRun['error'],
		told,
		hints: (task?.hints ?? []).map(({ message }) => message),
		run,
	};
}

/** Goes on with an execution that waits, as n8n does when its time limit has come. */
export async function goOn({ data }: IRun, credentials: Credentials): Promise<{ json: IDataObject[] }> {
	const [{ node }] = data.executionData!.nodeExecutionStack;
	const workflow = workflowWith(node.type, node.parameters);
	const hooks = new ExecutionLifecycleHooks('manual', '1', {
		id: 'wf1',
		nodes: [],
		connections: {},
	} as never);
	const execution = new WorkflowExecute(additionalData(credentials, { hooks }), 'manual', data);
	const run = await execution.processRunExecutionData(workflow);
	const items = run.data.resultData.runData.Node.at(-1)?.data?.main[0] ?? [];
	return { json: items.map(({ json }) => json) };
}

/** What n8n hands to a node that it executes, for tests of what the engine does not do by itself. */
export function contextOf(options: {
	type: string;
	parameters: IDataObject;
	credentials: Credentials;
	items: INodeExecutionData[];
	node?: Partial<INode>;
	/** Ends the execution. */
	signal?: AbortSignal;
	/** The same for calls of one execution. */
	executeData?: IExecuteData;
	/** Filled with what the node writes to the console of the editor. */
	told?: unknown[];
}): ExecuteContext {
	const { type, parameters, credentials, items, node, signal, told = [] } = options;
	const workflow = workflowWith(type, parameters, node);
	const under = Object.values(workflow.nodes).find((one) => one.type === type) as INode;
	const { executeData = { node: under, data: { main: [items] }, source: null } } = options;
	return new ExecuteContext(
		workflow,
		under,
		additionalData(credentials, { sendDataToUI: keepMessages(told) } as never),
		'manual',
		createRunExecutionData({}),
		0,
		items,
		{ main: [items] },
		executeData,
		[],
		signal,
	);
}
