import type { Hono } from 'hono';
import type { SandboxEnv } from '../core/provider.ts';
import { addressOf } from '../core/people.ts';
import { answer, heltarRoutes } from './answers.ts';
import type { HeltarWorld } from './settings.ts';

/** What customers sent with forms: those whose stored answer holds the ID of the form, in no particular order. */
export function flowResponseRoutes(world: HeltarWorld): Hono<SandboxEnv> {
	const app = heltarRoutes();
	app.get('/heltar/v1/messages/flow-id/:flowId', (c) => {
		const flowId = c.req.param('flowId');
		const responses = world.messages
			.all()
			.filter(({ direction, type }) => direction === 'in' && type === 'interactive')
			.flatMap(({ number, raw }) => {
				const { type, nfm_reply } = raw.interactive as { type?: string; nfm_reply?: unknown };
				if (type !== 'nfm_reply' || !JSON.stringify(nfm_reply).includes(flowId)) return [];
				const clientWaNumber = addressOf(world.people.resolve(number));
				return [{ clientWaNumber, interactive: { type, nfm_reply } }];
			});
		return answer(c, 'Successfully fetched flow submissions', responses.reverse());
	});
	return app;
}
