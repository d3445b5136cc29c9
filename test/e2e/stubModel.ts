import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import type { CredentialData } from '../../demo/n8nApi';

/** A tool as the model is told about it. */
export interface OfferedTool {
	name: string;
	description: string;
	parameters: {
		type: 'object';
		properties: Record<string, { type?: string; description?: string; [keyword: string]: unknown }>;
		required?: string[];
	};
}
export interface ChatMessage {
	role: 'system' | 'user' | 'assistant' | 'tool';
	/** Text, or parts of a message. */
	content: string | Array<{ type: string; text?: string }> | null;
	tool_call_id?: string;
}
interface ChatRequest {
	model: string;
	messages: ChatMessage[];
	tools?: Array<{ type: 'function'; function: OfferedTool }>;
	stream?: boolean;
}

const textOf = (content: ChatMessage['content']): string =>
	typeof content === 'string' ? content : (content ?? []).map(({ text = '' }) => text).join('');

/** What the model is asked, in the words of a test. */
export class Asked {
	constructor(private readonly request: ChatRequest) {}

	get tools(): OfferedTool[] {
		return (this.request.tools ?? []).map((tool) => tool.function);
	}

	get streamed(): boolean {
		return this.request.stream === true;
	}

	/** What was said up to now, the oldest first: "user: …", "assistant: …". Calls of tools are not among it. */
	get conversation(): string[] {
		return this.request.messages
			.filter(({ role }) => role === 'user' || role === 'assistant')
			.map(({ role, content }) => [role, textOf(content)])
			.filter(([, text]) => text !== '')
			.map(([role, text]) => `${role}: ${text}`);
	}

	/** What the tools called so far gave back, the oldest first. */
	get results(): string[] {
		return this.request.messages.filter(({ role }) => role === 'tool').map(({ content }) => textOf(content));
	}
}

/** What the model says when it is asked: calls of tools, or its last word. */
export type Turn = (asked: Asked) => { calls: Array<[tool: string, given: object]> } | { text: string };

export const call =
	(tool: string, given: object): Turn =>
	() => ({ calls: [[tool, given]] });
/** Several tools at once. */
export const callAll =
	(...calls: Array<[tool: string, given: object]>): Turn =>
	() => ({ calls });
export const say =
	(text: string): Turn =>
	() => ({ text });

/** The last word, made of what the latest tool gave back. */
export const report: Turn = ({ results }) => ({ text: `The tool said: ${results.at(-1)}` });

/**
 * A chat model with OpenAI's interface ("Create chat completion", whole and streamed) that says what a test wrote down
 * for it, turn by turn.
 */
export class StubModel {
	/** Everything it was asked since its turns were set. */
	readonly asked: Asked[] = [];

	/** Further paths of the same service, and who answers there. */
	readonly further = new Map<
		string,
		(incoming: IncomingMessage, response: ServerResponse) => Promise<void>
	>();

	private turns: Turn[] = [];

	private ids = 0;

	private constructor(private readonly server: Server) {}

	static async start(): Promise<StubModel> {
		const server = createServer();
		const model = new StubModel(server);
		server.on('request', (request, response) => void model.answer(request, response));
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		return model;
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		this.server.close();
		await once(this.server, 'close');
	}

	/** The credential that makes n8n's OpenAI model talk to it. */
	get credential(): CredentialData {
		const { port } = this.server.address() as AddressInfo;
		return {
			name: `Stub model (${port})`,
			type: 'openAiApi',
			data: { apiKey: 'sk-stub', url: `http://127.0.0.1:${port}/v1` },
		};
	}

	/** What it says next, once each. */
	says(...turns: Turn[]): void {
		this.turns = turns;
		this.asked.length = 0;
	}

	private async answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
		const other = this.further.get(incoming.url ?? '');
		if (other) {
			await other(incoming, response);
			return;
		}
		if (incoming.method !== 'POST' || incoming.url !== '/v1/chat/completions') {
			respond(response, 404, { error: { message: `The stub has no ${incoming.method} ${incoming.url}` } });
			return;
		}
		const request = JSON.parse(await readText(incoming)) as ChatRequest;
		const asked = new Asked(request);
		this.asked.push(asked);
		const turn = this.turns.shift();
		if (!turn) {
			respond(response, 400, { error: { message: 'The stub has nothing more to say' } });
			return;
		}
		const message = this.message(turn(asked));
		const finish = message.tool_calls ? 'tool_calls' : 'stop';
		const envelope = { id: `chatcmpl-${++this.ids}`, created: 0, model: request.model };
		const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
		if (!request.stream) {
			const choices = [{ index: 0, message, finish_reason: finish }];
			respond(response, 200, { ...envelope, object: 'chat.completion', choices, usage });
			return;
		}
		response.writeHead(200, { 'Content-Type': 'text/event-stream' });
		for (const delta of deltas(message)) {
			send(response, { ...envelope, object: CHUNK, choices: [{ index: 0, delta, finish_reason: null }] });
		}
		const end = [{ index: 0, delta: {}, finish_reason: finish }];
		send(response, { ...envelope, object: CHUNK, choices: end });
		send(response, { ...envelope, object: CHUNK, choices: [], usage });
		response.end('data: [DONE]\n\n');
	}

	private message(said: ReturnType<Turn>) {
		if ('text' in said) return { role: 'assistant', content: said.text };
		const calls = said.calls.map(([name, given]) => ({
			id: `call_${++this.ids}`,
			type: 'function',
			function: { name, arguments: JSON.stringify(given) },
		}));
		return { role: 'assistant', content: null, tool_calls: calls };
	}
}

const CHUNK = 'chat.completion.chunk';

/** A message in the pieces a stream brings it in. */
function deltas({ role, content, tool_calls: calls = [] }: ReturnType<StubModel['message']>): object[] {
	const words = content?.match(/\S+\s*/g) ?? [];
	return [
		{ role, content: '' },
		...words.map((word) => ({ content: word })),
		...calls.map((one, index) => ({ tool_calls: [{ index, ...one }] })),
	];
}

function respond(response: ServerResponse, status: number, body: object): void {
	response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

function send(response: ServerResponse, chunk: object): void {
	response.write(`data: ${JSON.stringify(chunk)}\n\n`);
}
