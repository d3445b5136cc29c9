import type { IDataObject, INode } from 'n8n-workflow';

import { accountsOf, credentialsFor, testedProviders } from '../../providers';
import type { NodeRun } from '../harness';
import { runNode } from '../harness';
import { retryExecution } from '../retryExecution';
import { openSandbox } from '../sandboxClient';

export const OUTCOMES = ['sent', 'failed', 'unknown', 'untouched'] as const;
export type Outcomes = Record<(typeof OUTCOMES)[number], number[]>;

/** Every provider in each of its API styles, by its title. */
export const PROVIDERS = Object.fromEntries(
	testedProviders.flatMap(accountsOf).map((one) => [one.title, one]),
);

/** n8n's settings of a node for what becomes of errors. */
export const MODES = {
	stop: {},
	'continue on fail': { onError: 'continueRegularOutput' },
	// n8n takes 0 for its default of a second.
	'retry on fail': { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
} as const satisfies Record<string, Partial<INode>>;

/** Options under which an answer that never comes takes few seconds, and every other one has time on a busy machine. */
export const IMPATIENT = { timeout: 3 };

/** So many items, each for a recipient of its own. */
export const itemsFor = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_, at) => ({ to: numberOf(at), text: `Message ${at}` }));

export const numberOf = (at: number) => String(919811000000 + at);

/** A sandbox of a test file's own and one of its providers' nodes. */
export async function openBulk(which: keyof typeof PROVIDERS) {
	const provider = PROVIDERS[which];
	const { sendText } = provider.table;
	const { name } = provider.sandbox;
	const sandbox = await openSandbox(name);
	const parametersWith = (options: IDataObject, text = '={{ $json.text }}') => ({
		resource: 'message',
		operation: 'sendText',
		[sendText.to]: '={{ $json.to }}',
		[sendText.text]: text,
		options,
	});
	return {
		...sandbox,
		failWith: async (fault: Record<string, unknown>, match: Record<string, unknown> = {}) =>
			await sandbox.fault(fault, { path: sendText.path, method: 'POST', ...match }),
		send: async (
			items: IDataObject[],
			options: IDataObject = {},
			node: Partial<INode> = {},
			baseUrl = sandbox.baseUrl,
			text?: string,
		) =>
			await runNode({
				type: provider.type,
				credentials: credentialsFor(provider, baseUrl),
				parameters: parametersWith(options, text),
				items,
				node,
			}),
		/** n8n's "Retry" of an execution, with the node as it was or as it is now. */
		retry: async (failed: NodeRun, now?: { options: IDataObject; text?: string }) =>
			await retryExecution(
				failed,
				credentialsFor(provider, sandbox.baseUrl),
				now && parametersWith(now.options, now.text),
			),
		/** The texts that were taken in for one of the recipients, in order, in whatever API style. */
		async textsFor(at: number): Promise<string[]> {
			const sends = await sandbox.get<Array<{ to: string; text: string }>>(`/${name}/sends`);
			return sends.filter(({ to }) => to === numberOf(at)).map(({ text }) => text);
		},
		/** How many messages for each of the recipients of so many items were taken in, in whatever API style. */
		async received(count: number): Promise<number[]> {
			const sends = await sandbox.get<Array<{ to: string }>>(`/${name}/sends`);
			return Array.from({ length: count }, (_, at) => sends.filter(({ to }) => to === numberOf(at)).length);
		},
	};
}

/** What the run told its user about each item, whichever way it ended. */
export function reported({ error, json, outputs }: NodeRun, count: number): Outcomes {
	const outcomes: Outcomes = { sent: [], failed: [], unknown: [], untouched: [] };
	if (error) {
		const told = (error.context.data as { outcomes?: Outcomes } | undefined)?.outcomes;
		expect(told).toBeDefined();
		return told as Outcomes;
	}
	outputs[0].forEach(({ pairedItem }, at) => {
		outcomes[json[at].outcome as keyof Outcomes].push((pairedItem as { item: number }).item);
	});
	const known = new Set(Object.values(outcomes).flat());
	for (let at = 0; at < count; at++) if (!known.has(at)) outcomes.untouched.push(at);
	return outcomes;
}

/** Nobody got a message twice, and nothing that was told about an item is wrong. */
export function expectTruth(outcomes: Outcomes, received: number[]): void {
	expect(
		Object.values(outcomes)
			.flat()
			.toSorted((a, b) => a - b),
	).toEqual([...received.keys()]);
	const wrong = {
		twice: [...received.keys()].filter((at) => received[at] > 1),
		'sent, but nothing came': outcomes.sent.filter((at) => received[at] !== 1),
		'failed, but it came': outcomes.failed.filter((at) => received[at] !== 0),
		'untouched, but it came': outcomes.untouched.filter((at) => received[at] !== 0),
	};
	expect(wrong).toEqual({
		twice: [],
		'sent, but nothing came': [],
		'failed, but it came': [],
		'untouched, but it came': [],
	});
}
