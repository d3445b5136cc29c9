import type { ActiveFault, FaultRequest } from '../server/control.ts';

/** A misbehaviour of the API, in plain words. */
export interface FaultSwitch {
	key: string;
	/** `calls` is "the next 5 sends" or "every send". */
	words: (calls: string) => string;
	note?: string;
	fault: FaultRequest['fault'];
}

export const FAULT_SWITCHES: FaultSwitch[] = [
	{
		key: '429',
		words: (calls) => `Answer 429 (too many requests) to ${calls}`,
		note: 'Nothing is sent; Retry-After says 1 second',
		fault: { kind: 'status', status: 429, headers: { 'Retry-After': '1' } },
	},
	{
		key: '500',
		words: (calls) => `Answer 500 (server error) to ${calls}`,
		note: 'Nothing is sent',
		fault: { kind: 'status', status: 500 },
	},
	{
		key: '401',
		words: (calls) => `Refuse the key for ${calls}`,
		note: 'Answers 401',
		fault: { kind: 'status', status: 401 },
	},
	{
		key: 'resetBefore',
		words: (calls) => `Break the connection before ${calls}`,
		note: 'Nothing is sent',
		fault: { kind: 'resetBefore' },
	},
	{
		key: 'resetAfter',
		words: (calls) => `Break the connection after ${calls}`,
		note: 'The message goes out, the caller never learns of it',
		fault: { kind: 'resetAfter' },
	},
	{
		key: 'timeout',
		words: (calls) => `Send, but never answer ${calls}`,
		fault: { kind: 'timeout' },
	},
	{
		key: 'garbage',
		words: (calls) => `Send, but answer nonsense to ${calls}`,
		fault: { kind: 'garbage' },
	},
	{
		key: 'delay',
		words: (calls) => `Answer ${calls} three seconds late`,
		fault: { kind: 'delay', ms: 3000 },
	},
	{
		key: 'partial',
		words: (calls) => `Refuse the first message of ${calls}`,
		note: 'The others of the same call go out',
		fault: { kind: 'partial', positions: [0] },
	},
];

/** @param where the provider, and where its messages are sent below the base URL */
export const requestFor = (
	where: Pick<FaultRequest, 'provider' | 'path'>,
	{ fault }: FaultSwitch,
	times: number | null,
): FaultRequest => ({
	...where,
	method: 'POST',
	...(times !== null && { times }),
	fault,
});

export const callsWords = (times: number | null) =>
	times === null ? 'every send' : times === 1 ? 'the next send' : `the next ${times} sends`;

/** How many more calls it touches. */
const callsLeft = ({ times = Infinity, after = 0, seen }: ActiveFault) => times + after - seen;

/** Whether it has struck as often as it was to. */
export const isSpent = (fault: ActiveFault) => callsLeft(fault) <= 0;

/** The faults of a switch, and how often the first that still works will strike (null: for ever). */
export function activeOf(faultSwitch: FaultSwitch, provider: string, active: ActiveFault[]) {
	const wanted = JSON.stringify(faultSwitch.fault);
	const own = active.filter((one) => one.provider === provider && JSON.stringify(one.fault) === wanted);
	const working = own.find((one) => !isSpent(one));
	const left = working?.times === undefined ? null : callsLeft(working);
	return { ids: own.map(({ id }) => id), isOn: working !== undefined, left };
}
