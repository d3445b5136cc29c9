import { randomBytes } from 'node:crypto';
import { Collection, type Store } from './store.ts';

export interface Key {
	apiKey: string;
	scopes: string[];
	expired: boolean;
	/** What it opens, where a provider knows two kinds of secret; missing: the API key alone. */
	opens?: KeyUse;
}

/** `accessToken` is the second kind of secret, of providers that have an API style of its own for it. */
export type KeyUse = 'apiKey' | 'accessToken' | 'both';

export const opensWith = ({ opens = 'apiKey' }: Key, use: 'apiKey' | 'accessToken') =>
	opens === use || opens === 'both';

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
	create(like: string, { scopes = ['*'], expired = false, opens }: Partial<Omit<Key, 'apiKey'>> = {}): Key {
		const stem = like.slice(0, Math.max(like.lastIndexOf('_'), like.lastIndexOf('-')) + 1);
		const apiKey = `${stem}${randomBytes(18).toString('base64url')}`;
		return this.add({ apiKey, scopes, expired, ...(opens && { opens }) });
	}
}
