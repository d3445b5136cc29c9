import { succeed } from '../http/exchange';
import type { RequestSpec } from '../http/request';
import type { Routes } from '../http/routes';
import { firstSupported, isRoutes } from '../http/routes';
import type { Operation, Tools } from './operation';
import type { RunState } from './runState';

/**
 * What an operation may use for an item. Its calls do what the operation does, unless one says otherwise.
 * @param itemIndex the item at work
 */
export function toolsFor(state: RunState, { effect: usual }: Operation, itemIndex: number): Tools {
	const { context, provider, limiter, routeMemory } = state;
	const { http } = provider;
	const send = async (spec: RequestSpec) => {
		const { effect = usual } = spec;
		return await succeed(
			context,
			http,
			{ ...spec, effect },
			{ limiter, messages: effect === 'read' ? 0 : 1 },
		);
	};
	const first = async (request: RequestSpec | Routes) =>
		isRoutes(request)
			? await firstSupported(request, routeMemory, send)
			: { result: await send(request), index: 0 };
	return {
		context,
		itemIndex,
		call: async (request) => http.unwrap((await first(request)).result.body),
		firstSupported: async (routes) => {
			const { result, index } = await first(routes);
			return { result: http.unwrap(result.body), index };
		},
		open: async (request) => (await first(request)).result,
		once: async (what, work) => await state.once(what, work),
	};
}
