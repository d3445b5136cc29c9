import { z } from 'zod';
import { acceptableUrl } from '../../core/loopback.ts';
import { RefusedByWhatsApp } from '../errors.ts';
import { firstProblem } from '../problem.ts';

/** How strict a provider is with the bodies of the Cloud API. */
export interface Strictness {
	/** Whether `messaging_product` has to be there. */
	product: 'required' | 'optional';
	/** What becomes of fields the Cloud API does not know. */
	extraFields: 'refused' | 'ignored';
}

const INVALID = 100;
const MISSING = 131008;
const WRONG = 131009;

const INTERACTIVE = [
	...(['list', 'button', 'cta_url', 'flow', 'product', 'product_list', 'catalog_message'] as const),
	...(['location_request_message', 'address_message', 'voice_call'] as const),
];

const filled = z.string().min(1);
/** Text of at most so many characters, counted as WhatsApp does: code points. */
const text = (most: number) =>
	filled.refine((value) => [...value].length <= most, `must be at most ${most} characters long`);

const link = filled.refine((value) => acceptableUrl(value) !== undefined, 'must be a public https address');

/** A parameter of a template; its kind decides what else it has. */
const parameter = z.looseObject({ type: filled }).superRefine((value, context) => {
	if (!['image', 'video', 'document'].includes(value.type)) return;
	const media = value[value.type] as { link?: unknown; id?: unknown } | undefined;
	const wrong = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
	if ((media?.link === undefined) === (media?.id === undefined))
		wrong([value.type], 'needs a link or an id, and not both');
	else if (media?.link !== undefined && (typeof media.link !== 'string' || !acceptableUrl(media.link)))
		wrong([value.type, 'link'], 'must be a public https address');
});

const contact = z.looseObject({
	name: z
		.looseObject({ formatted_name: filled })
		.refine(
			(name) =>
				['first_name', 'last_name', 'middle_name', 'prefix', 'suffix'].some((one) => name[one] !== undefined),
			'needs one more part of the name beside formatted_name',
		),
	phones: z.array(z.looseObject({ phone: filled })).optional(),
});

function schemasOf({ product, extraFields }: Strictness) {
	const object: typeof z.object = extraFields === 'refused' ? (z.strictObject as typeof z.object) : z.object;
	const whatsApp = z.literal('whatsapp');
	const messagingProduct = product === 'required' ? whatsApp : whatsApp.optional();
	const common = {
		messaging_product: messagingProduct as z.ZodOptional<typeof whatsApp>,
		recipient_type: z.literal('individual').optional(),
		to: z.string().regex(/^\d{8,15}$/, 'must be digits only, with the country code and without +'),
		context: object({ message_id: filled }).optional(),
	};
	/** A file is named by its address or by the id of an upload, never by both. */
	const media = <T extends z.ZodRawShape>(more: T) =>
		object({ link: link.optional(), id: filled.optional(), ...more }).refine(
			(value) =>
				((value as { link?: string }).link === undefined) !== ((value as { id?: string }).id === undefined),
			{ path: ['link'], error: 'either a link or an id is needed, and not both' },
		);
	const caption = text(1024).optional();
	const index = z.union([z.string().regex(/^\d$/), z.number().int().nonnegative()]);
	const plainComponent = object({
		type: z.enum(['header', 'body', 'button']),
		sub_type: z.enum(['quick_reply', 'url', 'copy_code', 'flow', 'catalog', 'mpm', 'voice_call']).optional(),
		index: index.optional(),
		parameters: z.array(parameter).min(1),
	}).refine(
		(one) => (one.type === 'button') === (one.sub_type !== undefined && one.index !== undefined),
		'buttons, and only they, have sub_type and index',
	);
	const carousel = object({
		type: z.literal('carousel'),
		cards: z
			.array(object({ card_index: z.number().int().nonnegative(), components: z.array(plainComponent) }))
			.min(2)
			.max(10),
	});
	const component = z.union([plainComponent, carousel]);
	const message = <Type extends string, Content extends z.ZodType>(type: Type, content: Content) =>
		object({ ...common, type: z.literal(type), [type]: content } as typeof common & {
			type: z.ZodLiteral<Type>;
		} & Record<Type, Content>);
	return {
		text: message('text', object({ body: text(4096), preview_url: z.boolean().optional() })),
		image: message('image', media({ caption })),
		video: message('video', media({ caption })),
		document: message('document', media({ caption, filename: text(240).optional() })),
		audio: message('audio', media({ voice: z.boolean().optional() })),
		sticker: message('sticker', media({})),
		location: message(
			'location',
			object({
				latitude: z.number().min(-90).max(90),
				longitude: z.number().min(-180).max(180),
				name: filled.optional(),
				address: filled.optional(),
			}),
		),
		contacts: message('contacts', z.array(contact).min(1)),
		reaction: message('reaction', object({ message_id: filled, emoji: z.string().max(16) })),
		/** The rest of it is checked against WhatsApp's limits, by kind. */
		interactive: message('interactive', z.looseObject({ type: z.enum(INTERACTIVE) })),
		template: message(
			'template',
			object({
				name: filled,
				language: object({ code: filled, policy: z.literal('deterministic').optional() }),
				components: z.array(component).optional(),
			}),
		),
	};
}

/** A message of the Cloud API, whatever its type; its content stands under the type's name. */
export interface CloudMessage {
	to: string;
	type: string;
	context?: { message_id: string };
	[field: string]: unknown;
}

export type ReadsMessages = (value: unknown) => CloudMessage;

/** Reads bodies of `POST /{phone number ID}/messages`; throws RefusedByWhatsApp for what is not one. */
export function messageReader(strictness: Strictness): ReadsMessages {
	const schemas: Record<string, z.ZodType> = schemasOf(strictness);
	return (value) => {
		const { type } = (value ?? {}) as { type?: unknown };
		if (type === undefined || type === '') throw new RefusedByWhatsApp(MISSING, 'type is required');
		if (typeof type !== 'string' || !Object.hasOwn(schemas, type))
			throw new RefusedByWhatsApp(
				INVALID,
				`type must be one of ${Object.keys(schemas).join(', ')}, not ${String(type)}`,
			);
		return validateCloud(value, schemas[type] as z.ZodType<CloudMessage>);
	};
}

/** The value as the schema has it; throws RefusedByWhatsApp, in the Cloud API's codes, for the first thing wrong. */
export function validateCloud<T>(value: unknown, schema: z.ZodType<T>): T {
	const result = schema.safeParse(value);
	if (result.success) return result.data;
	const { kind, where, text: what } = firstProblem(value, result.error);
	const name = where || 'The body';
	if (kind === 'unknown') throw new RefusedByWhatsApp(INVALID, `Unexpected key "${where}"`);
	if (kind === 'missing') throw new RefusedByWhatsApp(MISSING, `${name} is required`);
	throw new RefusedByWhatsApp(WRONG, `${name}: ${what}`);
}
