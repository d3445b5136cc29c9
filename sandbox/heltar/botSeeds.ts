import { callsOf, type Call } from './calls.ts';
import { botResultsOf, chatbotsOf, type BotResult, type Chatbot } from './chatbots.ts';
import { journeysOf, type Journey } from './journeys.ts';
import type { HeltarWorld } from './settings.ts';

const HOUR_MS = 3_600_000;

type Seed<T> = Omit<T, 'createdAt' | 'at'>;

/** The oldest first. */
const BOTS: Array<Seed<Chatbot>> = [
	{
		id: 'bot-orders',
		name: 'Order Tracking',
		type: 'flow',
		model: 'google/gemini-3.5-flash',
		systemPrompt: '',
		createdBy: 'human',
		functions: [],
	},
	{
		id: 'bot-support',
		name: 'Support Bot',
		type: 'llm',
		model: 'google/gemini-3.5-flash',
		systemPrompt: 'You are the support assistant of Example Traders. Keep replies short.',
		createdBy: 'api',
		functions: ['get_order_status', 'create_return'],
		isActive: true,
		isActiveVoiceBot: true,
	},
];

const RESULTS: Array<Seed<BotResult>> = [
	{
		id: 101,
		clientName: 'Rohan Mehta',
		clientWaNumber: '919800000102',
		chatbotId: 'bot-support',
		fields: {},
	},
	{
		id: 102,
		clientName: 'Asha Verma',
		clientWaNumber: '919800000101',
		chatbotId: 'bot-orders',
		fields: { intent: 'order_status', 'order.id': '1042' },
	},
];

export const JOURNEYS: Journey[] = [
	{ id: '8c1f2b6e-4d2a-4b0e-9d5f-3a7c1e2f4b6d', events: ['added_to_cart', 'checkout_complete'] },
	{ id: '1d4e5f60-7a8b-4c9d-8e0f-123456789abc', events: ['added_to_cart'] },
];

const CALLS: Array<Seed<Call>> = [
	{
		id: 'wacid.missed1',
		number: '919800000102',
		direction: 'USER_INITIATED',
		chatbotId: null,
		duration: null,
		isOver: true,
	},
	{
		id: 'wacid.answered1',
		number: '919800000101',
		direction: 'USER_INITIATED',
		chatbotId: 'bot-support',
		duration: 123,
		isOver: true,
		transcript: [
			{ role: 'assistant', text: 'Hello, this is Example Traders.' },
			{ role: 'user', text: 'Where is my order?' },
		],
	},
];

/** Bots, what they found out, journeys and calls. */
export function seedBots(world: HeltarWorld, now: number): void {
	const at = (index: number, all: unknown[]) => now - (all.length - index) * HOUR_MS;
	BOTS.forEach((bot, i) => chatbotsOf(world).put(bot.id, { ...bot, createdAt: at(i, BOTS) }));
	RESULTS.forEach((row, i) => botResultsOf(world).put(String(row.id), { ...row, createdAt: at(i, RESULTS) }));
	for (const journey of JOURNEYS) journeysOf(world).put(journey.id, journey);
	CALLS.forEach((call, i) => callsOf(world).put(call.id, { ...call, at: at(i, CALLS) }));
}
