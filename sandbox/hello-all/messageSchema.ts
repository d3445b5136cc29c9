import { z } from 'zod';
import { acceptableUrl } from '../core/loopback.ts';
import { filled, text, validate } from './body.ts';
import { ApiError, missing } from './errors.ts';

/** Hello All collection: links are public https addresses; plain http is for this machine alone. */
export const link = filled.refine(
	(value) => acceptableUrl(value) !== undefined,
	'must be a public https address',
);

const phone = z.string().regex(/^\d{8,15}$/, 'must be digits only, with the country code and without +');

const common = {
	to: phone,
	recipient_type: z.literal('individual').optional(),
	context: z.strictObject({ message_id: filled }).optional(),
};

const caption = text(1024).optional();

/** A file is named by its address, or by the id of one the service holds. */
const source = { link: link.optional(), id: filled.optional() };
const hasSource = ({ link: address, id }: { link?: string; id?: string }) =>
	address !== undefined || id !== undefined;
const NEEDS_SOURCE = { path: ['link'], error: 'is required' };
const captioned = z.strictObject({ ...source, caption }).refine(hasSource, NEEDS_SOURCE);
const plain = z.strictObject(source).refine(hasSource, NEEDS_SOURCE);
const file = z
	.strictObject({ ...source, caption, filename: text(240).optional() })
	.refine(hasSource, NEEDS_SOURCE);

const parameter = z.looseObject({ type: filled }).superRefine((value, context) => {
	const media = value[value.type] as { link?: unknown } | undefined;
	if (!['image', 'video', 'document'].includes(value.type) || media?.link === undefined) return;
	if (typeof media.link !== 'string' || !acceptableUrl(media.link))
		context.addIssue({
			code: 'custom',
			path: [value.type, 'link'],
			message: 'must be a public https address',
		});
});

const component = z.strictObject({
	type: z.enum(['header', 'body', 'button']),
	sub_type: z.enum(['quick_reply', 'url', 'copy_code']).optional(),
	index: z.union([z.string().regex(/^\d$/), z.number().int().nonnegative()]).optional(),
	parameters: z.array(parameter).min(1),
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

const SCHEMAS = {
	text: z.strictObject({
		...common,
		type: z.literal('text'),
		/** Here on premises, inside `text` in the Cloud API. */
		preview_url: z.boolean().optional(),
		text: z.strictObject({ body: text(4096, 1001), preview_url: z.boolean().optional() }),
	}),
	image: z.strictObject({ ...common, type: z.literal('image'), image: captioned }),
	video: z.strictObject({ ...common, type: z.literal('video'), video: captioned }),
	document: z.strictObject({ ...common, type: z.literal('document'), document: file }),
	audio: z.strictObject({ ...common, type: z.literal('audio'), audio: plain }),
	sticker: z.strictObject({ ...common, type: z.literal('sticker'), sticker: plain }),
	location: z.strictObject({
		...common,
		type: z.literal('location'),
		location: z.strictObject({
			latitude: z.number().min(-90).max(90),
			longitude: z.number().min(-180).max(180),
			name: filled.optional(),
			address: filled.optional(),
		}),
	}),
	contacts: z.strictObject({ ...common, type: z.literal('contacts'), contacts: z.array(contact).min(1) }),
	interactive: z.strictObject({
		...common,
		type: z.literal('interactive'),
		/** The rest is WhatsApp's to check. */
		interactive: z.looseObject({
			type: z.enum(['list', 'button']),
			body: z.strictObject({ text: text(1024) }),
		}),
	}),
	template: z.strictObject({
		...common,
		type: z.literal('template'),
		template: z.strictObject({
			namespace: filled.optional(),
			name: filled,
			language: z.strictObject({ policy: z.literal('deterministic'), code: filled }),
			components: z.array(component).optional(),
		}),
	}),
};

export type Message = z.infer<(typeof SCHEMAS)[keyof typeof SCHEMAS]>;

/** The body of `POST /v1/messages`, strict: what the API does not know is refused. */
export function readMessage(value: unknown): Message {
	const { type } = (value ?? {}) as { type?: unknown };
	if (type === undefined || type === '') throw missing('type is required');
	if (typeof type !== 'string' || !Object.hasOwn(SCHEMAS, type))
		throw new ApiError(400, 501, `Messages of type ${String(type)} are not supported`);
	return validate<Message>(value, SCHEMAS[type as keyof typeof SCHEMAS]);
}
