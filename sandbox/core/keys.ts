import { randomBytes } from 'node:crypto';
import { Collection, type Store } from './store.ts';

export interface Key {
	apiKey: string;
	scopes: string[];
	expired: boolean;
}

/** The API keys of one provider. */
export class Keys {
	readonly #keys: Collection<Key>;

	constructor(store: Store, provider: string) {
		this.#keys = new Collection(store, provider, 'keys');
	}

	add(key: Key): Key {
		return this.#keys.put(key.apiKey, key);
	}

	find(apiKey: string): Key | undefined {
		return this.#keys.get(apiKey);
	}

	/** A new key in the style of the one that exists from the start. */
	create(like: string, scopes: string[] = ['*'], expired = false): Key {
		const stem = like.slice(0, Math.max(like.lastIndexOf('_'), like.lastIndexOf('-')) + 1);
		return this.add({ apiKey: `${stem}${randomBytes(18).toString('base64url')}`, scopes, expired });
	}
}
