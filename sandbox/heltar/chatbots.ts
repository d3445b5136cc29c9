import type { Hono } from 'hono';
import { z } from 'zod';
import type { SandboxEnv } from '../core/provider.ts';
import { answer, ApiError, heltarRoutes, readBody, readQuery } from './answers.ts';
import { contactsOf, newContact } from './contact.ts';
import { sendAll } from './send.ts';
import type { HeltarWorld } from './settings.ts';

/** What Heltar keeps about a bot, as far as anything here looks at it. */
export interface Chatbot {
	id: string;
	name: string;
	type: 'llm' | 'flow' | 'static_flowbot' | 'journey' | 'meta_ai';
	model: string;
	systemPrompt: string;
	createdBy: 'human' | 'copilot' | 'api';
	functions: string[];
	/** Answers the texts of the account, or its calls. */
	isActive?: boolean;
	isActiveVoiceBot?: boolean;
	createdAt: number;
}

/** What a bot found out about a contact. */
export interface BotResult {
	id: number;
	clientName: string;
	clientWaNumber: string;
	chatbotId: string;
	/** Flat, with keys such as `order.id`. */
	fields: Record<string, unknown>;
	createdAt: number;
}

export const chatbotsOf = (world: HeltarWorld) => world.collection<Chatbot>('chatbots');
export const botResultsOf = (world: HeltarWorld) => world.collection<BotResult>('botResults');

/** Heltar API, "Chatbot": a bot nobody knows is an error of the server, in its general words. */
function found(world: HeltarWorld, id: string): Chatbot {
	const bot = chatbotsOf(world).get(id);
	if (!bot) throw new ApiError(500, 'Something went wrong. Please try again later.');
	return bot;
}

const listQuery = z.object({
	createdBy: z.enum(['human', 'copilot', 'api']).optional(),
	includeFunctionNames: z.enum(['true', 'false']).optional(),
});

const talkBody = z.strictObject({
	clientWaNumber: z.string().min(1),
	chatbotId: z.string().min(1).optional(),
	context: z.string().optional(),
	contextLocation: z.enum(['system', 'user', 'assistant']).optional(),
	eventType: z.string().min(1).max(256).optional(),
});

const part = z.union([
	z.object({ type: z.literal('text'), text: z.string() }),
	z.object({ type: z.literal('image_url'), image_url: z.looseObject({ url: z.string() }) }),
]);
const content = z.union([z.string(), z.array(part)]);
const chatMessage = z
	.object({
		role: z.enum(['user', 'assistant', 'system', 'tool']),
		content: content.nullish(),
		tool_calls: z.array(z.looseObject({ id: z.string() })).optional(),
		tool_call_id: z.string().min(1).optional(),
	})
	.refine(({ role, tool_call_id: id }) => role !== 'tool' || id !== undefined, {
		path: ['tool_call_id'],
		message: 'is required for a tool message',
	})
	.refine(({ role, content: said }) => !['user', 'system'].includes(role) || Boolean(said?.length), {
		path: ['content'],
		message: 'is required',
	});
const processBody = z.object({
	messages: z.array(chatMessage).min(1),
	outputMessageFormat: z.boolean().optional(),
	clientNumber: z.string().optional(),
	executeFunctions: z.boolean().optional(),
});

/** Bots, what they say and what they found out. */
export function chatbotRoutes(world: HeltarWorld): Hono<SandboxEnv> {
	const app = heltarRoutes();

	app.get('/heltar/v1/chatbots', (c) => {
		const { createdBy, includeFunctionNames } = readQuery(c, listQuery);
		const all = chatbotsOf(world)
			.all()
			.sort((a, b) => b.createdAt - a.createdAt);
		const show = (bot: Chatbot) => showBot(bot, includeFunctionNames === 'true');
		const one = (bot: Chatbot | undefined) => (bot ? show(bot) : null);
		return answer(c, 'Chatbots retrieved successfully', {
			chatbots: all.filter((bot) => createdBy === undefined || bot.createdBy === createdBy).map(show),
			activeChatbot: one(all.find(({ isActive }) => isActive)),
			activeVoiceBot: one(all.find(({ isActiveVoiceBot }) => isActiveVoiceBot)),
		});
	});

	app.get('/heltar/v1/chatbots/results', (c) => {
		const { chatbotId } = c.req.query();
		const rows = botResultsOf(world)
			.all()
			.filter((row) => chatbotId === undefined || row.chatbotId === chatbotId)
			.sort((a, b) => b.createdAt - a.createdAt)
			.slice(0, 50_000);
		return answer(
			c,
			'Bot results retrieved successfully',
			rows.map(({ fields, createdAt, ...row }) => ({
				...row,
				createdAt: new Date(createdAt).toISOString(),
				chatbotName: chatbotsOf(world).get(row.chatbotId)?.name ?? null,
				...fields,
			})),
		);
	});

	app.post('/heltar/v1/chatbots/talk', async (c) => {
		const { clientWaNumber, chatbotId, context } = await readBody(c, talkBody);
		const person = world.people.resolve(clientWaNumber);
		const contacts = contactsOf(world);
		const contact = contacts.get(person.number) ?? newContact(person);
		const bot = botFor(world, chatbotId ?? contact.assignedChatbotId ?? undefined);
		contacts.put(person.number, { ...contact, isBotReply: true, assignedChatbotId: bot.id });
		world.emit('customer', { number: person.number });
		if (bot.type === 'meta_ai') return answer(c, 'Agent event accepted — Meta AI decides what to send', null);
		// In life the bot writes a little later; what it cannot send nobody is told.
		const message = context === undefined ? `This is ${bot.name}.` : `This is ${bot.name}, about: ${context}`;
		sendAll(world, [{ clientWaNumber, messageType: 'text', message }]);
		return answer(c, 'Chatbot conversation triggered successfully', null);
	});

	app.post('/heltar/v1/chatbots/:id/process', async (c) => {
		const { messages, outputMessageFormat } = await readBody(c, processBody);
		const bot = found(world, c.req.param('id'));
		const reply = `${bot.name}: ${plainText(messages.at(-1)?.content)}`;
		const said = outputMessageFormat
			? JSON.stringify({ message: [{ messageType: 'text', message: reply }] })
			: reply;
		return answer(c, 'Chatbot response generated successfully', {
			messages: [{ role: 'assistant', content: said }],
			isComplete: true,
		});
	});

	return app;
}

/** The bot of that ID, or the one the account answers with. */
function botFor(world: HeltarWorld, id: string | undefined): Chatbot {
	if (id !== undefined) return found(world, id);
	const active = chatbotsOf(world)
		.all()
		.find(({ isActive }) => isActive);
	if (!active) throw new ApiError(500, 'Something went wrong. Please try again later.');
	return active;
}

const plainText = (said: z.infer<typeof content> | null | undefined): string =>
	Array.isArray(said) ? said.flatMap((one) => ('text' in one ? [one.text] : [])).join(' ') : (said ?? '');

function showBot(bot: Chatbot, withNames: boolean) {
	const { id, name, type, model, systemPrompt, createdBy, functions, createdAt } = bot;
	return {
		id,
		name,
		type,
		model,
		systemPrompt,
		contextLength: 10,
		temperature: 0.7,
		hasTimeout: false,
		timeoutDuration: null,
		createdBy,
		...(withNames ? { functions } : { functionDefinitionsCount: functions.length }),
		createdAt: new Date(createdAt).toISOString(),
		updatedAt: new Date(createdAt).toISOString(),
	};
}
