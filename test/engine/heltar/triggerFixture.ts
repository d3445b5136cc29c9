import { trigger } from '../triggerHarness';
import { KEY, useFixture } from './fixture';

/** A sandbox of a test file's own, as new before each test, and the trigger that talks to it. */
export function useTrigger() {
	const sandbox = useFixture();

	const heltarTrigger = (parameters = {}, apiKey = KEY, place: Parameters<typeof trigger>[3] = {}) =>
		trigger(
			'heltarTrigger',
			{ events: ['message'], ...parameters },
			{ heltarApi: { apiKey, baseUrl: sandbox.baseUrl } },
			place,
		);

	/** The secret header the trigger registered, as the provider sends it along. */
	async function registeredHeaders(of: ReturnType<typeof heltarTrigger>) {
		await of.create();
		const [request] = (await sandbox.requests()).filter(({ path }) => path === '/v1/business/webhook-url');
		return request.body.urls[0].headers as Record<string, string>;
	}

	return { sandbox, heltarTrigger, registeredHeaders };
}
