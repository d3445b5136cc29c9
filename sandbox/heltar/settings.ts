import { z } from 'zod';
import { NO_LIMITS } from '../core/limits.ts';
import { coreSettingsChange, type CoreSettings, type ShownSetting } from '../core/provider.ts';
import type { World } from '../core/world.ts';

export interface HeltarSettings extends CoreSettings {
	/** Whose shapes the answers have: the recorded ones of 2023, or today's. */
	generation: 2023 | 2026;
	/** What the result maps of a send are keyed by; with recipients there is one place for each person in each map. */
	resultKeys: 'position' | 'recipient';
	/** Sends are queued and answered with provisional ids (account setting). */
	asyncMode: boolean;
	/** Whether the account allows read receipts. */
	markRead: boolean;
	/** Account-wide pause of marketing templates. */
	pauseMarketing: boolean;
	/** Meta's own AI agent answers the chats, and only Meta hands them over. */
	metaAi: boolean;
	/** Lists, searches and statistics have the documented limits of 60 or 600 calls in 15 minutes. */
	readLimits: boolean;
	/** How long after a customer's media message its permanent link appears on the record. */
	mediaDelayMs: number;
}

export const defaults: HeltarSettings = {
	generation: 2026,
	resultKeys: 'position',
	asyncMode: false,
	markRead: true,
	pauseMarketing: false,
	metaAi: false,
	readLimits: false,
	mediaDelayMs: 1500,
	window: 'open',
	limits: { ...NO_LIMITS },
	latencyMs: 0,
};

export const change = z.strictObject({
	...coreSettingsChange,
	generation: z.union([z.literal(2023), z.literal(2026)]).optional(),
	resultKeys: z.enum(['position', 'recipient']).optional(),
	asyncMode: z.boolean().optional(),
	markRead: z.boolean().optional(),
	pauseMarketing: z.boolean().optional(),
	metaAi: z.boolean().optional(),
	readLimits: z.boolean().optional(),
	mediaDelayMs: z.number().nonnegative().optional(),
});

export const shown: readonly ShownSetting[] = [
	{
		kind: 'choice',
		setting: 'generation',
		label: 'Edition of the API',
		options: [
			{ value: 2026, label: 'Today’s' },
			{ value: 2023, label: 'That of 2023' },
		],
	},
	{
		kind: 'choice',
		setting: 'resultKeys',
		label: 'Results of a send by',
		options: [
			{ value: 'position', label: 'Position in the call' },
			{ value: 'recipient', label: 'Recipient' },
		],
	},
	{ kind: 'switch', setting: 'asyncMode', label: 'Queue sends', note: 'Refusals come later, as a status' },
	{ kind: 'switch', setting: 'pauseMarketing', label: 'Pause marketing templates' },
	{ kind: 'switch', setting: 'markRead', label: 'Allow marking as read' },
	{
		kind: 'switch',
		setting: 'readLimits',
		label: 'Limit reads',
		note: 'Searches and statistics 60, lists 600 in 15 minutes',
	},
];

export type HeltarWorld = World<HeltarSettings>;
