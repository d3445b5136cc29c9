import { currentCall } from './currentCall.ts';
import type { NewMessage, Row, Store, StoredMessage, WhatsAppErrorObject } from './store.ts';

/** The messages of one provider. */
export class Messages {
	readonly #store: Store;
	readonly #provider: string;

	constructor(store: Store, provider: string) {
		this.#store = store;
		this.#provider = provider;
	}

	add(message: NewMessage): StoredMessage {
		const call = message.direction === 'out' ? (currentCall.getStore() ?? null) : null;
		const full = { altId: null, errors: null, campaign: null, hidden: false, ...message, call };
		const { lastInsertRowid } = this.#store.run(
			`INSERT INTO messages (provider, id, altId, number, direction, type, text, status, errors, at, raw, record,
				campaign, hidden, call) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			this.#provider,
			full.id,
			full.altId,
			full.number,
			full.direction,
			full.type,
			full.text,
			full.status,
			full.errors && JSON.stringify(full.errors),
			full.at,
			JSON.stringify(full.raw),
			JSON.stringify(full.record),
			full.campaign,
			full.hidden ? 1 : 0,
			full.call,
		);
		return { ...full, seq: lastInsertRowid };
	}

	/** By WhatsApp's id or by the provider's provisional one. */
	find(id: string): StoredMessage | undefined {
		const row =
			this.#store.one('SELECT * FROM messages WHERE provider = ? AND id = ?', this.#provider, id) ??
			this.#store.one('SELECT * FROM messages WHERE provider = ? AND altId = ?', this.#provider, id);
		return row && toMessage(row);
	}

	/** Oldest first. */
	withNumber(number: string): StoredMessage[] {
		return this.#store
			.many(
				'SELECT * FROM messages WHERE provider = ? AND number = ? ORDER BY at, seq',
				this.#provider,
				number,
			)
			.map(toMessage);
	}

	/** The newest messages of a customer, newest first: all, or those before a place in the order of time. */
	before(number: string, place: { at: number; seq: number } | undefined, most: number): StoredMessage[] {
		const { at, seq } = place ?? { at: Number.MAX_SAFE_INTEGER, seq: 0 };
		return this.#store
			.many(
				`SELECT * FROM messages WHERE provider = ? AND number = ? AND (at, seq) < (?, ?)
				 ORDER BY at DESC, seq DESC LIMIT ?`,
				this.#provider,
				number,
				at,
				seq,
				most,
			)
			.map(toMessage);
	}

	/** Oldest first. */
	all(): StoredMessage[] {
		return this.#store
			.many('SELECT * FROM messages WHERE provider = ? ORDER BY at, seq', this.#provider)
			.map(toMessage);
	}

	ofCampaign(campaign: string): StoredMessage[] {
		return this.#store
			.many(
				'SELECT * FROM messages WHERE provider = ? AND campaign = ? ORDER BY seq',
				this.#provider,
				campaign,
			)
			.map(toMessage);
	}

	/** How many messages of a campaign stand at each status. */
	campaignCounts(campaign: string): Record<string, number> {
		const rows = this.#store.many(
			'SELECT status, count(*) AS n FROM messages WHERE provider = ? AND campaign = ? GROUP BY status',
			this.#provider,
			campaign,
		);
		return Object.fromEntries(rows.map((row) => [row.status as string, row.n as number]));
	}

	setStatus(id: string, status: string, errors: WhatsAppErrorObject[] | null = null): void {
		this.#store.run(
			'UPDATE messages SET status = ?, errors = ? WHERE provider = ? AND id = ?',
			status,
			errors && JSON.stringify(errors),
			this.#provider,
			id,
		);
	}

	/** Sets a status if the message stands at one of these now; whether it did. */
	advance(id: string, from: string[], status: string, errors: WhatsAppErrorObject[] | null): boolean {
		const { changes } = this.#store.run(
			`UPDATE messages SET status = ?, errors = ? WHERE provider = ? AND id = ?
			 AND status IN (${from.map(() => '?').join(', ')})`,
			status,
			errors && JSON.stringify(errors),
			this.#provider,
			id,
			...from,
		);
		return changes > 0;
	}

	/** What becomes known about a message after it was accepted. */
	update(id: string, change: Partial<Pick<StoredMessage, 'id' | 'hidden' | 'record' | 'text'>>): void {
		const columns = Object.entries(change);
		this.#store.run(
			`UPDATE messages SET ${columns.map(([name]) => `${name} = ?`).join(', ')} WHERE provider = ? AND id = ?`,
			...columns.map(([name, value]) =>
				name === 'record' ? JSON.stringify(value) : name === 'hidden' ? Number(value) : (value as string),
			),
			this.#provider,
			id,
		);
	}

	delete(number: string): void {
		this.#store.run('DELETE FROM messages WHERE provider = ? AND number = ?', this.#provider, number);
	}

	/** The customers and groups written to or heard from, latest first. */
	conversations(): Array<{ number: string; at: number; count: number }> {
		return this.#store
			.many(
				`SELECT number, max(at) AS at, count(*) AS count FROM messages
				 WHERE provider = ? AND hidden = 0 GROUP BY number ORDER BY at DESC`,
				this.#provider,
			)
			.map((row) => ({ number: row.number as string, at: row.at as number, count: row.count as number }));
	}

	/** Per customer: their latest message, and how many reached their phone that they have not looked at. */
	overview(): Array<{ number: string; count: number; unread: number; last: StoredMessage }> {
		return this.#store
			.many(
				`SELECT messages.*, counts.count AS count, counts.unread AS unread FROM messages JOIN (
					SELECT count(*) AS count, sum(direction = 'out' AND status = 'delivered') AS unread, max(seq) AS last
					FROM messages WHERE provider = ? AND hidden = 0 GROUP BY number
				) AS counts ON messages.seq = counts.last`,
				this.#provider,
			)
			.map((row) => ({
				number: row.number as string,
				count: row.count as number,
				unread: row.unread as number,
				last: toMessage(row),
			}));
	}
}

function toMessage(row: Row): StoredMessage {
	return {
		seq: row.seq as number,
		id: row.id as string,
		altId: row.altId as string | null,
		number: row.number as string,
		direction: row.direction as 'in' | 'out',
		type: row.type as string,
		text: row.text as string,
		status: row.status as string,
		errors: row.errors === null ? null : (JSON.parse(row.errors as string) as WhatsAppErrorObject[]),
		at: row.at as number,
		raw: JSON.parse(row.raw as string) as Record<string, unknown>,
		record: JSON.parse(row.record as string) as Record<string, unknown>,
		campaign: row.campaign as string | null,
		hidden: row.hidden === 1,
		call: row.call as number | null,
	};
}
