import { z } from 'zod';
import { acceptableUrl } from '../core/loopback.ts';
import { interactiveSchema, PAYMENT_TYPES } from './interactiveSchema.ts';
import { isGroupId, recipientSchema } from './recipient.ts';

/** Texts that are optional are either there or left out: Heltar documents nowhere that empty ones are fine. */
const filled = z.string().min(1, 'should not be empty');
const codePoints = (most: number) => (value: string) => [...value].length <= most;

const url = z.string().refine((value) => acceptableUrl(value) !== undefined, 'must be a public https URL');

const integration = z.looseObject({ name: filled, customField: z.unknown().optional() });

function schemas(generation: 2023 | 2026) {
	const common = {
		clientWaNumber: recipientSchema(generation).optional(),
		groupId: filled.optional(),
		refId: filled.optional(),
		isPrivate: z.boolean().optional(),
		integrations: z.array(integration).optional(),
	};
	const freeForm = { ...common, contextId: filled.optional() };

	const text = z.strictObject({
		...freeForm,
		messageType: z.literal('text'),
		message: filled.refine(codePoints(4096), 'must be at most 4096 characters'),
	});

	const media = z
		.strictObject({
			...freeForm,
			messageType: z.literal('media'),
			mediaType: z.enum(['image', 'video', 'audio', 'document', 'sticker']),
			url,
			name: filled,
			mimeType: filled,
			size: z.number().int().nonnegative().optional(),
			caption: filled.optional(),
		})
		.refine((value) => value.caption === undefined || !['audio', 'sticker'].includes(value.mediaType), {
			path: ['caption'],
			message: 'is not supported for audio and sticker',
		});

	const component = z.looseObject({
		type: z.enum(['header', 'body', 'button', 'limited_time_offer', 'carousel']),
		sub_type: z.string().optional(),
		index: z.number().int().nonnegative().optional(),
		parameters: z.array(z.looseObject({ type: z.string() })).optional(),
	});

	const template = z.strictObject({
		...common,
		messageType: z.literal('template'),
		templateName: filled,
		languageCode: filled,
		variables: z
			.array(component)
			.nullish()
			.transform((value) => value ?? []),
		templateContent: z.string().optional(),
		templateHeader: z.unknown().optional(),
	});

	const interactive = z.looseObject({
		...freeForm,
		messageType: z.literal('interactive'),
		interactive: interactiveSchema,
	});

	const location = z.looseObject({
		...freeForm,
		messageType: z.literal('location'),
		location: z.looseObject({
			latitude: z.number().min(-90).max(90),
			longitude: z.number().min(-180).max(180),
			name: filled.optional(),
			address: filled.optional(),
		}),
	});

	const contacts = z.looseObject({
		...freeForm,
		messageType: z.literal('contacts'),
		contacts: z.array(contactCard(generation)).min(1, 'must hold at least one contact'),
	});

	// What goes with which recipient is the same for every type.
	return z
		.discriminatedUnion('messageType', [text, media, template, interactive, location, contacts], {
			error: 'must be one of text, media, template, interactive, contacts, location',
		})
		.superRefine((message, context) => {
			const to = message.clientWaNumber ?? message.groupId;
			if (to === undefined)
				context.addIssue({ code: 'custom', path: ['clientWaNumber'], message: 'is required' });
			else if (isGroupId(to) && !['text', 'media', 'template'].includes(message.messageType))
				context.addIssue({ code: 'custom', path: ['messageType'], message: 'is not supported in groups' });
			else if (to.includes('@') && isPayment(message))
				context.addIssue({ code: 'custom', path: ['interactive'], message: 'is possible on WhatsApp only' });
		});
}

const isPayment = (message: { messageType: string; interactive?: unknown }): boolean =>
	message.messageType === 'interactive' &&
	PAYMENT_TYPES.includes((message.interactive as { type: string }).type);

/** Heltar API, contacts message. The prose of 2023 wants any name part, today's table wants `prefix`. */
function contactCard(generation: 2023 | 2026) {
	const parts = ['prefix', 'first_name', 'last_name', 'middle_name', 'suffix'] as const;
	const name = z
		.looseObject({ formatted_name: filled, prefix: generation === 2026 ? filled : filled.optional() })
		.refine((value) => parts.some((part) => value[part] !== undefined), `needs one of ${parts.join(', ')}`);
	const phone = z.looseObject({
		phone: filled,
		wa_id: generation === 2026 ? z.string().regex(/^\d+$/, 'must be digits') : filled.optional(),
	});
	return z.looseObject({
		name,
		phones: z.array(phone).min(1),
		addresses: z.array(z.looseObject({})).optional(),
		emails: z.array(z.looseObject({ email: filled })).optional(),
		org: z.looseObject({}).optional(),
		urls: z.array(z.looseObject({ url: filled })).optional(),
		birthday: z
			.string()
			.regex(/^\d{4}-\d{2}-\d{2}$/, 'must be YYYY-MM-DD')
			.optional(),
	});
}

const byGeneration = { 2023: schemas(2023), 2026: schemas(2026) };

export type SendMessage = z.infer<(typeof byGeneration)[2026]>;

export const messageSchema = (generation: 2023 | 2026) => byGeneration[generation];

/** Body of `POST /v1/messages/send`. */
export const sendSchema = (generation: 2023 | 2026) =>
	z.object({
		messages: z
			.array(messageSchema(generation), 'must be an array')
			.min(1, 'must hold at least one message')
			.max(1000, 'must hold at most 1000 messages'),
		campaignId: filled.optional(),
	});

export const recipientOf = (message: SendMessage): string =>
	(message.clientWaNumber ?? message.groupId) as string;
