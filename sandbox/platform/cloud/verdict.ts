import type { Person } from '../../core/people.ts';
import type { CoreSettings } from '../../core/provider.ts';
import type { World } from '../../core/world.ts';
import { TO_ITSELF, WINDOW_CLOSED, type Refusal } from '../errors.ts';
import { checkInteractive } from '../interactive.ts';
import { renderContacts, renderInteractive, renderLocation, renderMedia } from '../render.ts';
import { fillTemplate, type RenderedTemplate, type SentComponent } from '../templates.ts';
import type { CloudMessage } from './messageSchema.ts';

/** What WhatsApp makes of a message: it refuses it, or takes it, a template with its variables filled in. */
export type Verdict = { refusal: Refusal } | { rendered?: RenderedTemplate };

const wrong = (details: string): Verdict => ({ refusal: { code: 131009, details } });

/** Everything WhatsApp looks at before it takes a message, in its order. `own` is the number that sends. */
export function judge<S extends CoreSettings>(
	world: World<S>,
	own: string,
	person: Person,
	message: CloudMessage,
): Verdict {
	if (person.number === own) return { refusal: TO_ITSELF };
	const quoted = message.context?.message_id;
	if (quoted !== undefined && isProvisional(world, quoted))
		return wrong('context.message_id is not the id of a message');
	const missing = mediaIds(message[message.type], message.type).find((id) => !world.files.get(id));
	if (missing !== undefined) return wrong(`There is no media with the id ${missing}`);
	if (message.type === 'template') return judgeTemplate(world, message.template as SentTemplate);
	if (message.type === 'reaction') {
		const { message_id: target } = message.reaction as { message_id: string };
		if (world.messages.find(target)?.id !== target)
			return wrong('reaction.message_id is not the id of a message');
	}
	const refusal = message.type === 'interactive' ? checkInteractive(world, message.interactive) : null;
	if (refusal) return { refusal };
	return world.windowOpen(person) ? {} : { refusal: WINDOW_CLOSED };
}

/** Whether it is an id under which the provider, not WhatsApp, knows a message. */
function isProvisional<S extends CoreSettings>(world: World<S>, id: string): boolean {
	const message = world.messages.find(id);
	return message !== undefined && message.id !== id;
}

interface SentTemplate {
	name: string;
	language: { code: string };
	components?: SentComponent[];
}

function judgeTemplate<S extends CoreSettings>(
	world: World<S>,
	{ name, language, components = [] }: SentTemplate,
): Verdict {
	const result = fillTemplate(world, name, language.code, components);
	if ('refusal' in result) return result;
	// No template of the sandbox has cards, and none can be created with them.
	if (components.some(({ type }) => type === 'carousel'))
		return { refusal: { code: 132012, details: 'carousel: the template has no cards' } };
	return { rendered: result.rendered };
}

const MEDIA = ['image', 'video', 'document', 'audio', 'sticker'];

/** The ids of uploads that a message's content names, however deep. */
function mediaIds(content: unknown, name: string): string[] {
	if (Array.isArray(content)) return content.flatMap((one) => mediaIds(one, name));
	if (!content || typeof content !== 'object') return [];
	const { id } = content as { id?: unknown };
	const inside = Object.entries(content).flatMap(([field, value]) => mediaIds(value, field));
	return typeof id === 'string' && MEDIA.includes(name) ? [id, ...inside] : inside;
}

/** A sent message in plain words, for lists of conversations. */
export function renderSent(message: CloudMessage, rendered?: RenderedTemplate): string {
	const content = (message[message.type] ?? {}) as Record<string, unknown>;
	switch (message.type) {
		case 'text':
			return String(content.body);
		case 'location':
			return renderLocation(content);
		case 'contacts':
			return renderContacts(content);
		case 'interactive':
			return renderInteractive(content);
		case 'reaction':
			return content.emoji === '' ? '[reaction removed]' : `[reaction ${String(content.emoji)}]`;
		case 'template':
			return rendered?.body ?? `[template ${String(content.name)}]`;
		default:
			return renderMedia(message.type, content);
	}
}
