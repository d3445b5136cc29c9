import { EventEmitter } from 'node:events';

import { HookContext, WebhookContext } from 'n8n-core';
import type { IDataObject, IHookFunctions, INode, IWebhookFunctions } from 'n8n-workflow';

import type { Credentials } from './harness';
import { additionalData, workflowWith } from './harness';

/** A trigger node in a workflow of its own, with the methods n8n's server would call. */
export function trigger(
	type: string,
	parameters: IDataObject,
	credentials: Credentials,
	{
		n8n = 'http://127.0.0.1:5678',
		webhookId = 'hook-id',
		nodeId = 'node-id',
		stored = {},
	}: {
		n8n?: string;
		webhookId?: string;
		/** By another one, the trigger knows nothing yet, as in another process. */
		nodeId?: string;
		/** What n8n keeps with the workflow. */
		stored?: IDataObject;
	} = {},
) {
	const workflow = workflowWith(type, parameters, { webhookId, id: nodeId });
	workflow.overrideStaticData(stored);
	const addresses = { webhookBaseUrl: `${n8n}/webhook`, webhookTestBaseUrl: `${n8n}/webhook-test` };
	const node = workflow.getNode('Node') as INode;
	const nodeType = workflow.nodeTypes.getByNameAndVersion(type);
	const description = (name: string) =>
		nodeType.description.webhooks!.find((webhook) => webhook.name === name)!;

	const hook = (isTest: boolean) =>
		new HookContext(
			workflow,
			node,
			additionalData(credentials, addresses as never),
			isTest ? 'manual' : 'trigger',
			'activate',
			{
				webhookDescription: description('default'),
				isTest,
			} as never,
		) as unknown as IHookFunctions;

	return {
		url: (isTest = false) => hook(isTest).getNodeWebhookUrl('default') as string,
		checkExists: async (isTest = false) =>
			await nodeType.webhookMethods!.default!.checkExists.call(hook(isTest)),
		create: async (isTest = false) => await nodeType.webhookMethods!.default!.create.call(hook(isTest)),
		delete: async (isTest = false) => await nodeType.webhookMethods!.default!.delete.call(hook(isTest)),

		/** Hands the node a delivery as n8n does, and answers as n8n would. */
		async deliver(options: {
			/** Bytes as they are, text, or what becomes JSON. */
			body?: unknown;
			headers?: Record<string, string>;
			query?: IDataObject;
			method?: 'GET' | 'POST';
			manual?: boolean;
			/** The status n8n ends up answering with when the node leaves that to it. */
			answeredWith?: number | 'nothing yet';
			/** The server the delivery came through. */
			server?: { listening: boolean };
		}) {
			const { body, headers = {}, query = {}, method = 'POST', manual = false, answeredWith = 200 } = options;
			const { server = { listening: true } } = options;
			const response = new FakeResponse();
			const raw =
				body === undefined || Buffer.isBuffer(body)
					? body
					: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
			const context = new WebhookContext(
				workflow,
				node,
				additionalData(credentials, {
					...addresses,
					httpRequest: { body: {}, rawBody: raw, headers, query, params: {}, socket: { server } },
					httpResponse: response,
				} as never),
				manual ? 'manual' : 'webhook',
				{ webhookDescription: description(method === 'GET' ? 'setup' : 'default'), isTest: manual } as never,
				[],
				null,
			) as unknown as IWebhookFunctions;
			const result = await nodeType.webhook!.call(context);
			if (!result.noWebhookResponse && answeredWith !== 'nothing yet') response.status(answeredWith).end();
			return {
				/** n8n's late answer. */
				answer: (late: number) => void response.status(late).end(),
				/** The status of the answer, as long as there is none: undefined. */
				answered: () => (response.writableEnded ? response.statusCode : undefined),
				/** Resolves when the delivery was answered, by whomever. */
				end: async () => await response.ended,
				status: response.statusCode,
				text: response.body,
				headers: response.headers,
				items: result.workflowData?.[0]?.map(({ json }) => json),
				item: result.workflowData?.[0]?.[0],
				result: result.workflowData?.[0],
			};
		},
	};
}

/** As much of an Express response as a node uses. */
class FakeResponse {
	statusCode = 200;

	body?: string;

	headers: Record<string, string> = {};

	writableEnded = false;

	private readonly events = new EventEmitter();

	readonly ended = new Promise<number>((resolve) => this.once('finish', () => resolve(this.statusCode)));

	once(event: string, callback: () => void) {
		this.events.once(event, callback);
		return this;
	}

	status(code: number) {
		this.statusCode = code;
		return this;
	}

	set(headers: Record<string, string>) {
		Object.assign(this.headers, headers);
		return this;
	}

	send(body: string) {
		this.body = body;
		return this;
	}

	end() {
		if (this.writableEnded) throw new Error('Answered twice');
		this.writableEnded = true;
		this.events.emit('finish');
		return this;
	}
}
