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
	/** Log number of the provider call it came with; null for what customers write. */
	call: number | null;
}

export interface WhatsAppErrorObject {
	code: number;
	title: string;
	message: string;
	error_data?: { details: string };
}

export type NewMessage = Omit<StoredMessage, 'seq' | 'altId' | 'errors' | 'campaign' | 'hidden' | 'call'> &
	Partial<Pick<StoredMessage, 'altId' | 'errors' | 'campaign' | 'hidden'>>;

const SCHEMA = `
	CREATE TABLE IF NOT EXISTS documents (
		seq INTEGER PRIMARY KEY AUTOINCREMENT, provider TEXT NOT NULL, collection TEXT NOT NULL,
		key TEXT NOT NULL, body TEXT NOT NULL, UNIQUE (provider, collection, key));
	CREATE TABLE IF NOT EXISTS messages (
		seq INTEGER PRIMARY KEY AUTOINCREMENT, provider TEXT NOT NULL, id TEXT NOT NULL, altId TEXT,
		number TEXT NOT NULL, direction TEXT NOT NULL, type TEXT NOT NULL, text TEXT NOT NULL,
		status TEXT NOT NULL, errors TEXT, at INTEGER NOT NULL, raw TEXT NOT NULL, record TEXT NOT NULL,
		campaign TEXT, hidden INTEGER NOT NULL DEFAULT 0, call INTEGER);
	CREATE UNIQUE INDEX IF NOT EXISTS message_id ON messages (provider, id);
	CREATE INDEX IF NOT EXISTS message_alt ON messages (provider, altId) WHERE altId IS NOT NULL;
	CREATE INDEX IF NOT EXISTS message_number ON messages (provider, number, seq);
	CREATE INDEX IF NOT EXISTS message_time ON messages (provider, number, at, seq);
	CREATE INDEX IF NOT EXISTS message_campaign ON messages (provider, campaign) WHERE campaign IS NOT NULL;
	CREATE TABLE IF NOT EXISTS requests (
		seq INTEGER PRIMARY KEY AUTOINCREMENT, provider TEXT NOT NULL, method TEXT NOT NULL, path TEXT NOT NULL,
		query TEXT NOT NULL, headers TEXT NOT NULL, body TEXT, status INTEGER, fault TEXT, at TEXT NOT NULL,
		answer TEXT);
`;

/** Columns that data files of earlier versions lack. */
const LATER_COLUMNS = [
	['messages', 'call', 'INTEGER'],
	['requests', 'answer', 'TEXT'],
] as const;

export type Row = Record<string, string | number | null>;

/** Everything the sandbox remembers, in SQLite: in memory, or in a file that outlives the process. */
export class Store {
	readonly #database: DatabaseSync;
	readonly #statements = new Map<string, StatementSync>();
	#depth = 0;
	#closed = false;

	constructor(file = ':memory:') {
		this.#database = new DatabaseSync(file);
		// A sandbox may lose its last second in a power cut; it must not wait for the disk on every message.
		if (file !== ':memory:') this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;');
		this.#database.exec(SCHEMA);
		for (const [table, column, type] of LATER_COLUMNS) {
			const columns = this.#database.prepare(`PRAGMA table_info(${table})`).all();
			if (!columns.some(({ name }) => name === column))
				this.#database.exec(`ALTER TABLE ${table} ADD COLUMN ${column} ${type}`);
		}
	}

	run(sql: string, ...values: Array<string | number | null>): { lastInsertRowid: number; changes: number } {
		if (this.#closed) return { lastInsertRowid: 0, changes: 0 };
		const result = this.#statement(sql).run(...values);
		return { lastInsertRowid: Number(result.lastInsertRowid), changes: Number(result.changes) };
	}

	one(sql: string, ...values: Array<string | number | null>): Row | undefined {
		if (this.#closed) return undefined;
		return this.#statement(sql).get(...values) as Row | undefined;
	}

	many(sql: string, ...values: Array<string | number | null>): Row[] {
		if (this.#closed) return [];
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

	/** What still runs afterwards finds nothing and changes nothing. */
	close(): void {
		this.#closed = true;
		this.#statements.clear();
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
