import { number } from '../fields/basic';
import type { Field } from '../fields/field';

/** How fast a run may go, as the user set it. */
export interface Pacing {
	/** None or 0: as fast as the provider takes it. */
	messagesPerSecond?: number;
	concurrentCalls?: number;
	/** The first N messages are sent one call at a time. A fault that affects all messages then stops the run early. Default: 0. */
	sequentialFirst?: number;
}

/** What WhatsApp takes of one number per second unless the account has more (Meta, "Cloud API: throughput"). */
const USUAL_RATE = 80;
const MOST_CALLS = 50;

/** Options that change how calls are made, but not what they contain. */
export const CALL_OPTIONS = ['messagesPerSecond', 'concurrentCalls', 'timeout'] as const;

/** The options of everything that sends. What is not added is not limited; the limits of the provider hold anyway. */
export const pacingOptions = (usual: { concurrentCalls: number; timeoutSeconds: number }) =>
	({
		messagesPerSecond: number({
			displayName: 'Messages per Second',
			default: USUAL_RATE,
			min: 0,
			max: 1000,
			decimals: 'any',
			description:
				'Max number of messages to send per second. Set to 0 for no limit. Sending also pauses whenever the provider asks for it.',
		}),
		concurrentCalls: number({
			displayName: 'Concurrent Requests',
			default: usual.concurrentCalls,
			min: 1,
			max: MOST_CALLS,
			description:
				'Max number of requests at the same time. Messages to the same recipient always keep their order. With 1, nothing more is sent after a failed request, unless On Error is set to Continue.',
		}),
		timeout: number({
			displayName: 'Timeout',
			default: usual.timeoutSeconds,
			min: 1,
			max: 600,
			decimals: 'any',
			description:
				'Seconds to wait for the response to a request. Without a response, the outcome of its messages is "unknown", and they are not sent again.',
		}),
	}) satisfies Record<(typeof CALL_OPTIONS)[number], Field>;

/** The strictest of several: items may differ where an option is an expression. */
export function strictest(all: Iterable<Pacing>): Pacing {
	let messagesPerSecond = Infinity;
	let concurrentCalls = Infinity;
	let sequentialFirst = 0;
	for (const pacing of all) {
		messagesPerSecond = Math.min(messagesPerSecond, pacing.messagesPerSecond || Infinity);
		concurrentCalls = Math.min(concurrentCalls, pacing.concurrentCalls ?? Infinity);
		sequentialFirst = Math.max(sequentialFirst, pacing.sequentialFirst ?? 0);
	}
	return {
		...(messagesPerSecond === Infinity ? {} : { messagesPerSecond }),
		...(concurrentCalls === Infinity ? {} : { concurrentCalls }),
		...(sequentialFirst === 0 ? {} : { sequentialFirst }),
	};
}
