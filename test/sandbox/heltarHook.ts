import { Bench, Receiver, useBench } from './harness';

export const FROM = '919811111111';
export const SECRET = { 'X-Hook-Secret': 'f3a9c1e07d' };

/** A sandbox of a test file's own and someone who receives Heltar's webhooks, both as new before each test. */
export function useHook() {
	const bench = useBench(Bench);
	const upsert = async (...urls: object[]) =>
		await bench.heltar('POST', '/v1/business/webhook-url', { urls });
	const hook = {
		bench,
		receiver: new Receiver(),
		/** Where the receiver listens. */
		url: '',
		upsert,
		register: async (more: object = {}) => await upsert({ url: hook.url, isEnabled: true, ...more }),
		/** A customer writes; gives the id of the message and what became of its deliveries. */
		inbound: async (message: object = { type: 'text', text: { body: 'Hi' } }) =>
			(await bench.control('POST', '/heltar/inbound', { from: FROM, name: 'Asha', message })).body,
		/** The webhooks as Heltar holds them, header values included. */
		registered: async () => (await bench.control('GET', '/heltar/webhooks')).body,
	};
	beforeEach(async () => {
		hook.receiver = new Receiver();
		hook.url = await hook.receiver.listen();
	});
	afterEach(async () => await hook.receiver.close());
	return hook;
}
