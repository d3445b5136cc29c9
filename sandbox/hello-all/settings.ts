import { z } from 'zod';
import { NO_LIMITS } from '../core/limits.ts';
import { coreSettingsChange, type CoreSettings, type ShownSetting } from '../core/provider.ts';
import type { World } from '../core/world.ts';

const DIALECTS = ['conventional', 'literal'] as const;
const ANSWERS = ['onPremises', 'cloud', 'queue'] as const;
const QUEUE_FORMS = ['nested', 'flat', 'flatMessage', 'data', 'dataMessage'] as const;
const META_ANSWERS = [
	...(['queue', 'cloud', 'error200', 'successFalse', 'status400', 'messageFailed'] as const),
	...(['errorText', 'noId', 'html'] as const),
] as const;
const QUEUE_REPORTS = ['first', 'last', 'none', 'failed'] as const;
const WEBHOOK_FORMS = ['envelope', 'nestedValue', 'wrapped', 'formEncoded'] as const;
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

	/** API style `meta`: how a send is answered, always with status 200. */
	metaAnswer: (typeof META_ANSWERS)[number];
	/** When the report comes that links a queue number to WhatsApp's id: before `sent`, or after `delivered`. */
	queueReport: (typeof QUEUE_REPORTS)[number];
	/** What becomes of fields in a send that the Cloud API does not know: panels are said to tolerate them. */
	metaExtraFields: 'refused' | 'ignored';
	/** What a download answers with: the file, or the Cloud API's JSON with a temporary address. */
	metaMedia: 'bytes' | 'json';
	/** Whether the list of templates is `{data, paging}` or the array alone. */
	metaTemplates: 'data' | 'array';
	/** How the list of templates answers a wrong token. */
	metaWrongToken: 'status401' | 'html200';
	/** Form of the deliveries to URLs saved on the panel's page. */
	metaWebhookForm: (typeof WEBHOOK_FORMS)[number];
	/** How those are told of messages the business sent. */
	metaOutgoing: 'copy' | 'echo';
	/** How the page tries a URL before it saves it: GET with or without `echo=true`, or POST. */
	metaHandshake: 'echo' | 'plain' | 'post';

	/** Whose words the CRM answers in: flat objects, or the sibling panel's documented `{success, data}`. */
	crmForm: 'flat' | 'documented';
	/** Which of the two forms of body the CRM takes. */
	crmBody: 'either' | 'flat' | 'documented';
	/** What the CRM calls a chat's id; `null`: `id` where a flat answer tells of a new contact, else `chat_id`. */
	crmId: 'chat_id' | 'id' | null;
	/** Whether lists of the CRM come in `data` or as the array alone. */
	crmLists: 'data' | 'array';
	/** How a search that found nobody is answered. */
	crmNobody: 'empty' | 'status404';
	/** Calls of the CRM a minute; more of them get 429. `null`: no limit, and no headers that tell of one. */
	crmPerMinute: number | null;
	/** How long a message takes to show in a chat's history. */
	crmHistoryDelayMs: number;
}

export const defaults: HelloAllSettings = {
	dialect: 'conventional',
	answer: 'onPremises',
	answerContacts: false,
	queueForm: 'nested',
	errorForm: null,
	metaAnswer: 'queue',
	queueReport: 'first',
	metaExtraFields: 'refused',
	metaMedia: 'bytes',
	metaTemplates: 'data',
	metaWrongToken: 'status401',
	metaWebhookForm: 'envelope',
	metaOutgoing: 'copy',
	metaHandshake: 'echo',
	crmForm: 'flat',
	crmBody: 'either',
	crmId: null,
	crmLists: 'data',
	crmNobody: 'empty',
	crmPerMinute: null,
	crmHistoryDelayMs: 0,
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
	metaAnswer: z.enum(META_ANSWERS).optional(),
	queueReport: z.enum(QUEUE_REPORTS).optional(),
	metaExtraFields: z.enum(['refused', 'ignored']).optional(),
	metaMedia: z.enum(['bytes', 'json']).optional(),
	metaTemplates: z.enum(['data', 'array']).optional(),
	metaWrongToken: z.enum(['status401', 'html200']).optional(),
	metaWebhookForm: z.enum(WEBHOOK_FORMS).optional(),
	metaOutgoing: z.enum(['copy', 'echo']).optional(),
	metaHandshake: z.enum(['echo', 'plain', 'post']).optional(),
	crmForm: z.enum(['flat', 'documented']).optional(),
	crmBody: z.enum(['either', 'flat', 'documented']).optional(),
	crmId: z.enum(['chat_id', 'id']).nullable().optional(),
	crmLists: z.enum(['data', 'array']).optional(),
	crmNobody: z.enum(['empty', 'status404']).optional(),
	crmPerMinute: z.number().int().positive().nullable().optional(),
	crmHistoryDelayMs: z.number().nonnegative().optional(),
});

export const shown: readonly ShownSetting[] = [
	{
		kind: 'choice',
		setting: 'dialect',
		label: 'Methods',
		options: [
			{ value: 'conventional', label: 'As usual in this family' },
			{ value: 'literal', label: 'As the collection writes them' },
		],
	},
	{
		kind: 'choice',
		setting: 'answer',
		label: 'Form of the answers',
		options: [
			{ value: 'onPremises', label: 'On-premises API' },
			{ value: 'cloud', label: 'Cloud API' },
			{ value: 'queue', label: 'Queue' },
		],
	},
	{
		kind: 'choice',
		setting: 'metaAnswer',
		label: 'Answer to a send in API style meta',
		options: [
			{ value: 'queue', label: 'Queue number' },
			{ value: 'cloud', label: 'Cloud API' },
			{ value: 'error200', label: 'Refused: error' },
			{ value: 'successFalse', label: 'Refused: success is false' },
			{ value: 'status400', label: 'Refused: status 400 in the body' },
			{ value: 'messageFailed', label: 'Refused: message failed' },
			{ value: 'errorText', label: 'Refused: text' },
			{ value: 'noId', label: 'Sent, no id' },
			{ value: 'html', label: 'Sent, login page' },
		],
	},
	{
		kind: 'choice',
		setting: 'queueReport',
		label: 'Report of the queue number',
		options: [
			{ value: 'first', label: 'Before the statuses' },
			{ value: 'last', label: 'After the statuses' },
			{ value: 'none', label: 'Never' },
			{ value: 'failed', label: 'The message failed' },
		],
	},
];

export type HelloAllWorld = World<HelloAllSettings>;
