import type { CallFacts, HttpAnswer } from '../http/answer';
import { payload, sendWithRetries } from '../http/exchange';
import type { RequestSpec } from '../http/request';
import type { Effect } from '../http/retry';
import type { AlternativeRequests } from '../http/alternativeRequests';
import { firstAvailable, isAlternatives } from '../http/alternativeRequests';
import type { Operation, Tools } from './operation';
import type { RunState } from './runState';

export interface RunTools extends Tools {
	/** The latest call that was answered with a success, one with an effect before one without; none before the first. */
	readonly answered?: { effect: Effect; call?: CallFacts };
}

/**
 * What an operation may use for an item. Its calls do what the operation does, unless one says otherwise.
 */
export function toolsFor(
	state: RunState,
	{ effect: usual }: Operation,
	{ index, part }: { index: number; part?: { at: number } },
): RunTools {
	const { context, provider, limiter, workingAlternatives } = state;
	const { http } = provider;
	let answered: RunTools['answered'];
	const effectOf = ({ effect = usual }: RequestSpec) => effect;
	const send = async (spec: RequestSpec): Promise<{ spec: RequestSpec; answer: HttpAnswer }> => {
		const effect = effectOf(spec);
		const messages = effect === 'read' ? 0 : 1;
		const answer = await sendWithRetries(context, http, { ...spec, effect }, { limiter, messages });
		if (effect !== 'read' || answered === undefined || answered.effect === 'read') {
			answered = { effect, call: answer.call };
		}
		return { spec, answer };
	};
	const first = async (request: RequestSpec | AlternativeRequests) =>
		isAlternatives(request)
			? await firstAvailable(request, workingAlternatives, send)
			: { result: await send(request), index: 0 };
	const payloadOf = ({ spec, answer }: { spec: RequestSpec; answer: HttpAnswer }) =>
		payload(context, http, { effect: effectOf(spec) }, answer);
	return {
		context,
		itemIndex: index,
		partIndex: part?.at ?? 0,
		get answered() {
			return answered;
		},
		call: async (request) => payloadOf((await first(request)).result),
		firstAvailable: async (alternatives) => {
			const { result, index } = await first(alternatives);
			return { result: payloadOf(result), index };
		},
		callForResponse: async (request) => (await first(request)).result.answer,
		once: async (what, work) => await state.once(what, work),
		shared: async (what, read) => await state.shared(what, read),
	};
}
