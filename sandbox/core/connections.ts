import type { Socket } from 'node:net';

interface Count {
	/** Sockets that made at least one call. */
	opened: number;
	/** Of those, still open. */
	open: number;
	/** The most that were open at once. */
	peak: number;
	calls: number;
	/** Calls being served. */
	inFlight: number;
	peakInFlight: number;
}

/** How many connections each provider's callers used: what the benchmarks compare. */
export class Connections {
	readonly #counts = new Map<string, Count>();
	#seen = new WeakMap<Socket, Set<string>>();

	begin(provider: string, socket: Socket | undefined): Count {
		const count = this.of(provider);
		count.calls += 1;
		count.inFlight += 1;
		count.peakInFlight = Math.max(count.peakInFlight, count.inFlight);
		if (socket) this.#meet(provider, socket, count);
		return count;
	}

	of(provider: string): Count {
		let count = this.#counts.get(provider);
		if (!count) {
			count = { opened: 0, open: 0, peak: 0, calls: 0, inFlight: 0, peakInFlight: 0 };
			this.#counts.set(provider, count);
		}
		return count;
	}

	all(): Record<string, Count> {
		return Object.fromEntries(this.#counts);
	}

	/** Starts counting anew; what is open now stays open. */
	restart(): void {
		for (const count of this.#counts.values())
			Object.assign(count, { opened: 0, peak: count.open, calls: 0, peakInFlight: count.inFlight });
	}

	#meet(provider: string, socket: Socket, count: Count): void {
		let providers = this.#seen.get(socket);
		if (!providers) this.#seen.set(socket, (providers = new Set()));
		if (providers.has(provider)) return;
		providers.add(provider);
		count.opened += 1;
		count.open += 1;
		count.peak = Math.max(count.peak, count.open);
		socket.once('close', () => (count.open -= 1));
	}
}
