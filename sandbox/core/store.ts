import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** One WhatsApp message, whichever way it went. `number` is the customer's phone number (or group id). */
export interface StoredMessage {
	seq: number;
	id: string;
	/** A provisional id under which the provider answered before WhatsApp gave the real one. */
	altId: string | null;
	number: string;
	direction: 'in' | 'out';
	/** WhatsApp's word: text, image, document, interactive, template… */
	type: string;
	/** Plain rendering. */
	text: string;
	status: string;
	errors: WhatsAppErrorObject[] | null;
	/** Unix milliseconds. */
	at: number;
	/** The message object as the provider received it, or WhatsApp's inbound object. */
	raw: Record<string, unknown>;
	/** What the provider itself keeps about the message. */
	record: Record<string, unknown>;
	campaign: string | null;
	/** The customer never sees it: refused messages and internal notes. */
	hidden: boolean;
}

export interface WhatsAppErrorObject {
	code: number;
	title: string;
	message: string;
	error_data?: { details: string };
}

export type NewMessage = Omit<StoredMessage, 'seq' | 'altId' | 'errors' | 'campaign' | 'hidden'> &
	Partial<Pick<StoredMessage, 'altId' | 'errors' | 'campaign' | 'hidden'>>;

const SCHEMA = `
	CREATE TABLE IF NOT EXISTS documents (
		seq INTEGER PRIMARY KEY AUTOINCREMENT, provider TEXT NOT NULL, collection TEXT NOT NULL,
		key TEXT NOT NULL, body TEXT NOT NULL, UNIQUE (provider, collection, key));
	CREATE TABLE IF NOT EXISTS messages (
		seq INTEGER PRIMARY KEY AUTOINCREMENT, provider TEXT NOT NULL, id TEXT NOT NULL, altId TEXT,
		number TEXT NOT NULL, direction TEXT NOT NULL, type TEXT NOT NULL, text TEXT NOT NULL,
		status TEXT NOT NULL, errors TEXT, at INTEGER NOT NULL, raw TEXT NOT NULL, record TEXT NOT NULL,
		campaign TEXT, hidden INTEGER NOT NULL DEFAULT 0);
	CREATE UNIQUE INDEX IF NOT EXISTS message_id ON messages (provider, id);
	CREATE INDEX IF NOT EXISTS message_alt ON messages (provider, altId) WHERE altId IS NOT NULL;
	CREATE INDEX IF NOT EXISTS message_number ON messages (provider, number, seq);
	CREATE INDEX IF NOT EXISTS message_campaign ON messages (provider, campaign) WHERE campaign IS NOT NULL;
	CREATE TABLE IF NOT EXISTS requests (
		seq INTEGER PRIMARY KEY AUTOINCREMENT, provider TEXT NOT NULL, method TEXT NOT NULL, path TEXT NOT NULL,
		query TEXT NOT NULL, headers TEXT NOT NULL, body TEXT, status INTEGER, fault TEXT, at TEXT NOT NULL);
`;

type Row = Record<string, string | number | null>;

/** Everything the sandbox remembers, in SQLite: in memory, or in a file that outlives the process. */
export class Store {
	readonly #database: DatabaseSync;
	readonly #statements = new Map<string, StatementSync>();
	#depth = 0;

	constructor(file = ':memory:') {
		this.#database = new DatabaseSync(file);
		// A sandbox may lose its last second in a power cut; it must not wait for the disk on every message.
		if (file !== ':memory:') this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;');
		this.#database.exec(SCHEMA);
	}

	run(sql: string, ...values: Array<string | number | null>): { lastInsertRowid: number; changes: number } {
		const result = this.#statement(sql).run(...values);
		return { lastInsertRowid: Number(result.lastInsertRowid), changes: Number(result.changes) };
	}

	one(sql: string, ...values: Array<string | number | null>): Row | undefined {
		return this.#statement(sql).get(...values) as Row | undefined;
	}

	many(sql: string, ...values: Array<string | number | null>): Row[] {
		return this.#statement(sql).all(...values) as Row[];
	}

	/** Runs `work` as one transaction; nested calls join the outer one. */
	transaction<T>(work: () => T): T {
		if (this.#depth > 0) return work();
		this.#database.exec('BEGIN');
		this.#depth += 1;
		try {
			const result = work();
			this.#database.exec('COMMIT');
			return result;
		} catch (error) {
			this.#database.exec('ROLLBACK');
			throw error;
		} finally {
			this.#depth -= 1;
		}
	}

	/** Forgets every row; sequence numbers go on, so that a `since` held by a reader stays valid. */
	clear(): void {
		this.#database.exec('DELETE FROM documents; DELETE FROM messages; DELETE FROM requests;');
	}

	close(): void {
		this.#database.close();
	}

	#statement(sql: string): StatementSync {
		let statement = this.#statements.get(sql);
		if (!statement) {
			statement = this.#database.prepare(sql);
			this.#statements.set(sql, statement);
		}
		return statement;
	}
}

/** Named JSON documents of one provider, in order of creation. */
export class Collection<T> {
	readonly #store: Store;
	readonly #provider: string;
	readonly #name: string;

	constructor(store: Store, provider: string, name: string) {
		this.#store = store;
		this.#provider = provider;
		this.#name = name;
	}

	get(key: string): T | undefined {
		const row = this.#store.one(
			'SELECT body FROM documents WHERE provider = ? AND collection = ? AND key = ?',
			this.#provider,
			this.#name,
			key,
		);
		return row && (JSON.parse(row.body as string) as T);
	}

	put(key: string, value: T): T {
		this.#store.run(
			`INSERT INTO documents (provider, collection, key, body) VALUES (?, ?, ?, ?)
			 ON CONFLICT (provider, collection, key) DO UPDATE SET body = excluded.body`,
			this.#provider,
			this.#name,
			key,
			JSON.stringify(value),
		);
		return value;
	}

	delete(key: string): boolean {
		const result = this.#store.run(
			'DELETE FROM documents WHERE provider = ? AND collection = ? AND key = ?',
			this.#provider,
			this.#name,
			key,
		);
		return result.changes > 0;
	}

	all(): T[] {
		const rows = this.#store.many(
			'SELECT body FROM documents WHERE provider = ? AND collection = ? ORDER BY seq',
			this.#provider,
			this.#name,
		);
		return rows.map((row) => JSON.parse(row.body as string) as T);
	}
}

/** The messages of one provider. */
export class Messages {
	readonly #store: Store;
	readonly #provider: string;

	constructor(store: Store, provider: string) {
		this.#store = store;
		this.#provider = provider;
	}

	add(message: NewMessage): StoredMessage {
		const full = { altId: null, errors: null, campaign: null, hidden: false, ...message };
		const { lastInsertRowid } = this.#store.run(
			`INSERT INTO messages (provider, id, altId, number, direction, type, text, status, errors, at, raw, record,
				campaign, hidden) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
			.many('SELECT * FROM messages WHERE provider = ? AND number = ? ORDER BY at, seq', this.#provider, number)
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
			.many('SELECT * FROM messages WHERE provider = ? AND campaign = ? ORDER BY seq', this.#provider, campaign)
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
	};
}
