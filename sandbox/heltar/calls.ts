import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import { z } from 'zod';
import { addressOf } from '../core/people.ts';
import type { SandboxEnv } from '../core/provider.ts';
import { answer, ApiError, heltarRoutes, readBody } from './answers.ts';
import { chatbotsOf } from './chatbots.ts';
import { business } from './record.ts';
import type { HeltarWorld } from './settings.ts';

/** A call, with what its record holds once it is over. Times are Unix milliseconds. */
export interface Call {
	/** WhatsApp's ID; the name of the room for a SIP call. */
	id: string;
	number: string;
	direction: 'USER_INITIATED' | 'BUSINESS_INITIATED';
	at: number;
	chatbotId: string | null;
	/** Seconds; null for a call that was not taken, and while one goes on. */
	duration: number | null;
	isOver: boolean;
	/** Who said what; only of recorded calls. */
	transcript?: Array<{ role: 'user' | 'assistant'; text: string }>;
}

export const callsOf = (world: HeltarWorld) => world.collection<Call>('calls');

const initiateBody = z.object({
	clientWaNumber: z.string().min(1),
	callType: z.enum(['whatsapp', 'sip']).default('whatsapp'),
	mode: z.enum(['agent', 'direct']).default('agent'),
	chatbotId: z.string().min(1).optional(),
	session: z.object({ sdpType: z.string(), sdp: z.string() }).optional(),
});

/** Heltar API, "Calls". The sandbox has a SIP trunk. */
export function callRoutes(world: HeltarWorld): Hono<SandboxEnv> {
	const app = heltarRoutes();
	const calls = callsOf(world);

	app.post('/heltar/v1/calls/initiate', async (c) => {
		const { clientWaNumber, callType, mode, chatbotId, session } = await readBody(c, initiateBody);
		if (mode === 'direct' && session === undefined)
			throw new ApiError(400, 'session is required for direct WhatsApp calls');
		if (callType === 'sip' && !/^\d{7,15}$/.test(clientWaNumber))
			throw new ApiError(400, 'clientWaNumber: must be a phone number');
		const bot = voiceBot(world, chatbotId);
		const { number } = world.people.resolve(clientWaNumber);
		if (calls.all().some((call) => call.number === number && !call.isOver))
			throw new ApiError(400, 'Active call already exists for this client');
		const suffix = randomBytes(9).toString('hex');
		const id = callType === 'sip' ? `sip-${business.id}-out-${number}-${Date.now()}` : `wacid.${suffix}`;
		const direction = 'BUSINESS_INITIATED';
		calls.put(id, { id, number, direction, at: Date.now(), chatbotId: bot, duration: null, isOver: false });
		world.emit('change', { call: id });
		return callType === 'sip'
			? answer(c, 'SIP call initiated', { roomName: id, participantSid: `PA_${suffix}` })
			: answer(c, 'Outbound call initiated', {
					callId: id,
					roomName: `wactr_${suffix.slice(0, 8)}`,
					clientWaNumber,
				});
	});

	app.get('/heltar/v1/calls', (c) => {
		const { limit, page } = c.req.query();
		const all = calls.all().sort((a, b) => b.at - a.at);
		if (limit === undefined)
			return answer(c, 'Call messages retrieved successfully', { calls: all.map(show) });
		const size = readNumber('limit', limit, 50_000);
		const most = size < 1 ? 50 : size;
		const start = (Math.max(1, readNumber('page', page ?? '1', 10_000)) - 1) * most;
		const shown = all.slice(start, start + most).map(show);
		return answer(c, 'Call messages retrieved successfully', { calls: shown });
	});

	app.get('/heltar/v1/voice-calls/:id', (c) => {
		const call = calls.get(c.req.param('id'));
		if (!call?.transcript) throw new ApiError(404, 'No call found for this callId');
		return answer(c, 'Voice call fetched', record(call));
	});

	const show = (call: Call) => {
		const person = world.people.resolve(call.number);
		const isInbound = call.direction === 'USER_INITIATED';
		const at = new Date(call.at).toISOString();
		const end = { event: 'terminate', timestamp: at, duration: call.duration };
		return {
			wamid: call.id,
			clientWaNumber: addressOf(person),
			username: person.name || addressOf(person),
			timestamp: at,
			status: isInbound ? 'received' : 'delivered',
			direction: call.direction,
			callEvents: [
				{ event: isInbound ? 'connect' : 'initiate', timestamp: at },
				...(call.isOver ? [end] : []),
			],
			duration: call.duration,
			callType: !isInbound ? 'outgoing' : call.duration === null ? 'missed' : 'incoming',
			phoneNumberId: business.phoneNumberId,
			awsLink: call.transcript ? recording(call) : null,
		};
	};

	const record = (call: Call) => {
		const { transcript = [], duration } = call;
		const turns = (who: string) => transcript.filter(({ role }) => role === who).length;
		return {
			id: 1,
			businessId: business.id,
			callId: call.id,
			clientWaNumber: addressOf(world.people.resolve(call.number)),
			chatbotId: call.chatbotId,
			model: 'gpt-4o-mini',
			durationSeconds: duration,
			billedMinutes: Math.ceil((duration ?? 0) / 60),
			recordingUrl: recording(call),
			direction: call.direction === 'USER_INITIATED' ? 'inbound' : 'outbound',
			userTurns: turns('user'),
			agentTurns: turns('assistant'),
			toolCallDetails: [],
			sessionReport: {
				chat_history: {
					items: transcript.map(({ role, text }, at) => ({
						id: `item_${at + 1}`,
						type: 'message',
						role,
						content: [text],
					})),
				},
				usage: [],
			},
			createdAt: new Date(call.at).toISOString(),
		};
	};

	return app;
}

const recording = ({ id }: Call) => `https://storage.example.com/voice-recordings/${id}.mp4`;

/** The bot that speaks: the one asked for, or the active voice bot. */
function voiceBot(world: HeltarWorld, id: string | undefined): string {
	const bots = chatbotsOf(world);
	const bot = id === undefined ? bots.all().find((one) => one.isActiveVoiceBot) : bots.get(id);
	if (bot) return bot.id;
	throw new ApiError(
		400,
		id === undefined ? 'No chatbotId provided and no active voice bot configured' : 'Chatbot not found',
	);
}

/** Page numbers and sizes have an error status of their own here. */
function readNumber(name: string, given: string, most: number): number {
	const value = Number(given);
	if (!Number.isInteger(value) || value > most)
		throw new ApiError(422, `${name}: must be a whole number of at most ${most}`);
	return value;
}
