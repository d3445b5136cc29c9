import { z } from 'zod';
import { NO_LIMITS } from '../core/limits.ts';
import { coreSettingsChange, type CoreSettings } from '../core/provider.ts';
import type { World } from '../core/world.ts';

const DIALECTS = ['conventional', 'literal'] as const;
const ANSWERS = ['onPremises', 'cloud', 'queue'] as const;
const QUEUE_FORMS = ['nested', 'flat', 'flatMessage', 'data', 'dataMessage'] as const;
const ERROR_FORMS = ['onPremises', 'gateway', 'crm', 'cloud', 'loose', 'html'] as const;

export type Dialect = (typeof DIALECTS)[number];
export type QueueForm = (typeof QUEUE_FORMS)[number];
export type ErrorForm = (typeof ERROR_FORMS)[number];

export interface HelloAllSettings extends CoreSettings {
	/** Which reading of the document's contradictory methods and paths the service follows; see endpoints.ts. */
	dialect: Dialect;
	/** Whose words the service answers sends and tells webhooks in; `queue` gives the message id only in webhooks. */
	answer: (typeof ANSWERS)[number];
	/** Whether on-premises answers name the contact. */
	answerContacts: boolean;
	/** How a queued send is answered. */
	queueForm: QueueForm;
	/** The form of every error; `null`: each part of the API has its own, see errors.ts. */
	errorForm: ErrorForm | null;
}

export const defaults: HelloAllSettings = {
	dialect: 'conventional',
	answer: 'onPremises',
	answerContacts: false,
	queueForm: 'nested',
	errorForm: null,
	window: 'open',
	limits: { ...NO_LIMITS },
	latencyMs: 0,
};

export const change = z.strictObject({
	...coreSettingsChange,
	dialect: z.enum(DIALECTS).optional(),
	answer: z.enum(ANSWERS).optional(),
	answerContacts: z.boolean().optional(),
	queueForm: z.enum(QUEUE_FORMS).optional(),
	errorForm: z.enum(ERROR_FORMS).nullable().optional(),
});

export type HelloAllWorld = World<HelloAllSettings>;
