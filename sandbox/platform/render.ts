/** Plain renderings of messages, for conversation lists and search. */

type Fields = Record<string, unknown>;

const str = (value: unknown): string => (typeof value === 'string' ? value : '');
const obj = (value: unknown): Fields => (value && typeof value === 'object' ? (value as Fields) : {});
const list = (value: unknown): Fields[] => (Array.isArray(value) ? value.map(obj) : []);

const MEDIA = ['image', 'video', 'audio', 'document', 'sticker'];

export function renderMedia(kind: string, media: { caption?: unknown; filename?: unknown }): string {
	return str(media.caption) || (str(media.filename) ? `[${kind}: ${str(media.filename)}]` : `[${kind}]`);
}

export function renderLocation(value: unknown): string {
	const { name, address, latitude, longitude } = obj(value);
	const place = [str(name), str(address)].filter(Boolean).join(', ');
	return `[location] ${place ? `${place} ` : ''}(${String(latitude)}, ${String(longitude)})`;
}

export function renderContacts(value: unknown): string {
	const cards = list(value).map((card) => {
		const phone = str(list(card.phones)[0]?.phone);
		return [str(obj(card.name).formatted_name), phone].filter(Boolean).join(' ');
	});
	return `[contacts] ${cards.join('; ')}`;
}

export function renderInteractive(value: unknown): string {
	const interactive = obj(value);
	return str(obj(interactive.body).text) || `[${str(interactive.type)}]`;
}

/** A message as WhatsApp hands it over, from a customer. */
export function renderInbound(message: Fields): string {
	const type = str(message.type);
	if (MEDIA.includes(type)) return renderMedia(type, obj(message[type]));
	const interactive = obj(message.interactive);
	switch (type) {
		case 'text':
			return str(obj(message.text).body);
		case 'button':
			return str(obj(message.button).text);
		case 'location':
			return renderLocation(message.location);
		case 'contacts':
			return renderContacts(message.contacts);
		case 'reaction':
			return obj(message.reaction).emoji
				? `[reaction ${str(obj(message.reaction).emoji)}]`
				: '[reaction removed]';
		case 'interactive':
			return (
				str(obj(interactive.button_reply).title) ||
				str(obj(interactive.list_reply).title) ||
				str(obj(interactive.nfm_reply).body) ||
				`[${str(interactive.type) || 'interactive'}]`
			);
		default:
			return str(obj(message[type]).body) || `[${type || 'message'}]`;
	}
}
