/** What the sandbox tells the phone page and anyone else who listens. */
export interface SandboxEvent {
	type:
		| 'request'
		| 'message'
		| 'status'
		| 'delivery'
		| 'webhook'
		| 'customer'
		| 'typing'
		| 'change'
		| 'reset';
	provider?: string;
	data: unknown;
}

export type Listener = (event: SandboxEvent) => void;

export class Events {
	readonly #listeners = new Set<Listener>();

	emit(event: SandboxEvent): void {
		for (const listener of this.#listeners) listener(event);
	}

	/** Returns the function that ends the subscription. */
	listen(listener: Listener): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}
}
