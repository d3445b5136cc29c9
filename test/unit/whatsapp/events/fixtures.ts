import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';

import type { WhatsAppEvent } from '../../../../whatsapp/events/event';
import { isObject } from '../../../../whatsapp/events/json';

const FOLDER = join(__dirname, '../../../fixtures/webhooks');

export interface Fixture {
	name: string;
	provider: string;
	/** A body as a parser would hand it over; a text stands for a raw text body. */
	body: unknown;
	events: WhatsAppEvent[];
}

/** Each `<name>.json` is a body, and `<name>.events.json` beside it what it must give. */
export function loadFixtures(): Fixture[] {
	return readdirSync(FOLDER)
		.filter((file) => file.endsWith('.json') && !file.endsWith('.events.json'))
		.map((file) => {
			const name = file.replace(/\.json$/, '');
			const body = load(file);
			const events = load(`${name}.events.json`) as WhatsAppEvent[];
			return {
				name,
				provider: name.startsWith('heltar-') ? 'heltar' : 'helloAll',
				body,
				events: events.map((event) => ({ ...event, raw: resolve(event.raw, body) })),
			};
		});
}

function load(file: string): unknown {
	return JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
}

/** `{"$ref": "#/entry/0"}` stands for the piece of the body at that place. */
function resolve(raw: unknown, body: unknown): unknown {
	if (!isObject(raw) || typeof raw.$ref !== 'string') return raw;
	return raw.$ref
		.split('/')
		.slice(1)
		.reduce((piece, key) => (piece as Record<string, unknown>)[key], body);
}
