import { z } from 'zod';
import { NO_LIMITS } from '../core/limits.ts';
import { coreSettingsChange, type CoreSettings } from '../core/provider.ts';
import type { World } from '../core/world.ts';

export interface HeltarSettings extends CoreSettings {
	/** Whose shapes the answers have: the recorded ones of 2023, or today's. */
	generation: 2023 | 2026;
	/** Sends are queued and answered with provisional ids (account setting). */
	asyncMode: boolean;
	/** Whether the account allows read receipts. */
	markRead: boolean;
	/** Account-wide pause of marketing templates. */
	pauseMarketing: boolean;
	/** How long after a customer's media message its permanent link appears on the record. */
	mediaDelayMs: number;
}

export const defaults: HeltarSettings = {
	generation: 2026,
	asyncMode: false,
	markRead: true,
	pauseMarketing: false,
	mediaDelayMs: 1500,
	window: 'open',
	limits: { ...NO_LIMITS },
	latencyMs: 0,
};

export const change = z.strictObject({
	...coreSettingsChange,
	generation: z.union([z.literal(2023), z.literal(2026)]).optional(),
	asyncMode: z.boolean().optional(),
	markRead: z.boolean().optional(),
	pauseMarketing: z.boolean().optional(),
	mediaDelayMs: z.number().nonnegative().optional(),
});

export type HeltarWorld = World<HeltarSettings>;
