import type { IDataObject } from 'n8n-workflow';

import type { TestedProvider } from '../../providers';
import { credentialsFor } from '../../providers';
import { runNode } from '../harness';
import { startProvider } from '../provider';

/** How long the first calls wait for others; over only where those never come. */
const WAIT_LIMIT_MS = 3_000;

/** Every item has one, for operations that want one. */
const FILE = { mimeType: 'image/png', fileName: 'parcel.png', data: 'iVBORw0KGgo=' };

type Given = Pick<Parameters<typeof runNode>[0], 'items' | 'node'>;

/**
 * A server that refuses every call, for what can be seen of a call without its answer, and a node that talks to it.
 * No provider's sandbox is needed for that, so nothing has to exist at the provider.
 */
export async function openRefusing(provider: TestedProvider) {
	let awaited = 1;
	let inFlight = 0;
	let peak = 0;
	let waiting: Array<() => void> = [];
	const letGo = () => waiting.splice(0).forEach((resolve) => resolve());

	const server = await startProvider(async () => {
		inFlight += 1;
		peak = Math.max(peak, inFlight);
		if (peak < awaited) {
			const timer = setTimeout(letGo, WAIT_LIMIT_MS);
			await new Promise<void>((resolve) => waiting.push(resolve));
			clearTimeout(timer);
		} else {
			letGo();
		}
		inFlight -= 1;
		return { status: 400, body: {} };
	});
	const { item = {} } = provider.table;

	return {
		/** The calls since this was last asked, as far as an operation decides about them. */
		calls: () => server.calls().map(({ method, url, body }) => ({ method, url, body })),
		/** Holds calls until so many of them are in flight; @returns how many there were at most, once the run is over. */
		async whileHolding(count: number, run: () => Promise<unknown>): Promise<number> {
			[awaited, peak, waiting] = [count, 0, []];
			await run();
			awaited = 1;
			return peak;
		},
		/** Runs an operation with its minimal parameters and these. */
		async run(id: string, parameters: IDataObject = {}, { items = [{}], node }: Given = {}) {
			const [resource, operation] = id.split('.');
			return await runNode({
				type: provider.type,
				credentials: credentialsFor(provider, server.url),
				parameters: { resource, operation, ...parameters },
				inputs: items.map((one) => ({ json: { ...item, ...one }, binary: { data: FILE } })),
				node,
			});
		},
	};
}
