import { z } from 'zod';
import type { DeliveryReport, SwitchedOff } from '../core/deliveries.ts';
import type { StoredFile } from '../core/files.ts';
import type { CoreSettings } from '../core/provider.ts';
import type { StoredMessage } from '../core/store.ts';
import type { World } from '../core/world.ts';
import { newMessageId, newNumericId } from './ids.ts';
import { renderInbound } from './render.ts';

export const inboundRequest = z.strictObject({
	from: z.union([z.string().min(1), z.number()]).transform(String),
	name: z.string().optional(),
	/** `{type, <type>: {…}}` as WhatsApp writes it; ids, time and media details are filled in. */
	message: z.looseObject({ type: z.string().min(1) }),
});

export type InboundRequest = z.infer<typeof inboundRequest>;

interface MediaKind {
	mimeType: string;
	extension: string;
}

const MEDIA: Record<string, MediaKind> = {
	image: { mimeType: 'image/png', extension: 'png' },
	video: { mimeType: 'video/mp4', extension: 'mp4' },
	audio: { mimeType: 'audio/ogg; codecs=opus', extension: 'ogg' },
	document: { mimeType: 'application/pdf', extension: 'pdf' },
	sticker: { mimeType: 'image/webp', extension: 'webp' },
};

/** A red dot: what a picture shows when the test brings none of its own. */
const DOT =
	'iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==';

export interface Received {
	id: string;
	deliveries: DeliveryReport[];
	/** Webhooks to which the provider delivers nothing any more; missing when there are none. */
	switchedOff?: Array<SwitchedOff & { url: string }>;
}

/** A customer writes: kept, told to everyone who listens, delivered to the provider's webhooks. */
export async function receive<S extends CoreSettings>(
	world: World<S>,
	request: InboundRequest,
): Promise<Received> {
	const now = Date.now();
	const known = world.people.resolve(request.from);
	const person = world.people.save({
		...known,
		name: request.name ?? (known.name || 'Customer'),
		lastInboundAt: Math.max(now, known.lastInboundAt ?? 0),
	});
	const { type, ...content } = request.message;
	if (type === 'text' && typeof content.text === 'string') content.text = { body: content.text };
	if (type in MEDIA) content[type] = await attachMedia(world, type, content[type]);
	const raw: Record<string, unknown> = {
		...(!person.hidesNumber && { from: person.number }),
		...(person.hidesNumber && { from_user_id: person.userId }),
		id: newMessageId('in', person.number),
		timestamp: String(Math.floor(now / 1000)),
		...content,
		type,
	};
	const earlier = world.messages.find(String(raw.id));
	// A redelivery by hand: the same id again is delivered again but is still one message.
	const message: StoredMessage =
		earlier ??
		world.messages.add({
			id: String(raw.id),
			number: person.number,
			direction: 'in',
			type,
			text: renderInbound(raw),
			status: 'received',
			at: now,
			raw,
			record: {},
		});
	const outgoing = world.provider.webhooks.inbound(world, message, person);
	world.emit('message', { id: message.id, number: person.number, direction: 'in' });
	const deliveries = await world.deliver(outgoing);
	const switchedOff = world.provider.webhooks
		.registered(world)
		.flatMap(({ url, switchedOff: why }) => (why ? [{ url, ...why }] : []));
	return { id: message.id, deliveries, ...(switchedOff.length > 0 && { switchedOff }) };
}

/**
 * Gives a media message its file. Besides WhatsApp's own fields the request may hold `base64` (content) or
 * `bytes` (size of a made-up file) and `filename`; none of these but a document's file name is delivered. An
 * `id` may name a file uploaded before.
 */
async function attachMedia<S extends CoreSettings>(world: World<S>, type: string, given: unknown) {
	const { base64, bytes, filename, ...media } = (given ?? {}) as Record<string, unknown>;
	const uploaded = typeof media.id === 'string' ? world.files.get(media.id) : undefined;
	if (!uploaded && (media.id !== undefined || media.link !== undefined))
		return { ...media, ...(filename !== undefined && { filename }) };
	const file = uploaded ?? (await makeFile(world, type, media.mime_type, { base64, bytes, filename }));
	const url = world.provider.mediaUrl?.(world, file.id);
	return {
		...media,
		...(type === 'document' && { filename: file.name }),
		mime_type: file.mimeType,
		sha256: Buffer.from(file.sha256, 'hex').toString('base64'),
		id: file.id,
		...(url && { url }),
	};
}

async function makeFile<S extends CoreSettings>(
	world: World<S>,
	type: string,
	givenType: unknown,
	{ base64, bytes, filename }: { base64?: unknown; bytes?: unknown; filename?: unknown },
): Promise<StoredFile> {
	const kind = MEDIA[type] as MediaKind;
	const mimeType = typeof givenType === 'string' ? givenType : kind.mimeType;
	const name = typeof filename === 'string' ? filename : `${type}.${kind.extension}`;
	return typeof bytes === 'number'
		? world.files.invent(bytes, { name, mimeType })
		: await world.files.save(contentOf(type, base64), { id: newNumericId(), name, mimeType });
}

function contentOf(type: string, base64: unknown): Buffer {
	if (typeof base64 === 'string') return Buffer.from(base64, 'base64');
	return type === 'image'
		? Buffer.from(DOT, 'base64')
		: Buffer.from(`A ${type} from the WhatsApp sandbox.\n`);
}
