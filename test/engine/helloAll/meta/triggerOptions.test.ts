import { until } from '../../../waiting';
import { PHONE, TO } from './fixture';
import { useTrigger } from './triggerFixture';

/** What the trigger does beside starting workflows in style meta. */

const meta = useTrigger();

test('Mark as Read marks the message by the call of the style', async () => {
	await meta.publish({ options: { markRead: true } });
	await meta.fixture.requests();
	const { id } = await meta.write();
	await meta.eventsOf(1);
	const [call] = await until(meta.fixture.everyRequest, (all) => all.length > 0);
	expect(call).toMatchObject({
		method: 'POST',
		path: `${PHONE}/messages`,
		body: { messaging_product: 'whatsapp', status: 'read', message_id: id },
		status: 200,
	});
	expect((await meta.fixture.conversation(TO)).at(-1)).toMatchObject({ id, status: 'read' });
});

test('Show Typing marks the message as read by the same call', async () => {
	await meta.publish({ options: { showTyping: true, markRead: true } });
	await meta.fixture.requests();
	const { id } = await meta.write();
	await meta.eventsOf(1);
	const calls = await until(meta.fixture.everyRequest, (all) => all.length > 0);
	expect(calls.map(({ method, path, body }) => [method, path, body])).toEqual([
		[
			'POST',
			`${PHONE}/messages`,
			{ messaging_product: 'whatsapp', status: 'read', message_id: id, typing_indicator: { type: 'text' } },
		],
	]);
});

test.each(['bytes', 'json'])('Download Media fetches files, which come as %s', async (metaMedia) => {
	await meta.fixture.settings({ metaMedia });
	await meta.publish({ options: { downloadMedia: true } });
	await meta.fixture.requests();
	await meta.write({ type: 'image', image: { caption: 'Broken', bytes: 2000 } });
	await meta.eventsOf(1);
	const [{ binary, json }] = meta.n8n.items;
	expect(binary?.data).toMatchObject({ mimeType: 'image/png' });
	expect(Buffer.from(binary!.data.data, 'base64')).toHaveLength(2000);
	expect(json.media).not.toHaveProperty('downloadError');
	const paths = (await meta.fixture.requests()).map(({ path }) => path);
	expect(paths).toEqual([
		expect.stringMatching(/^\/api\/meta\/v19\.0\/\w+$/),
		...(metaMedia === 'json' ? [expect.stringMatching(/^\/hello-all-files\/media\/\w+$/)] : []),
	]);
});

test('a question is asked without a look at the webhook, and its answer goes back to the execution', async () => {
	await meta.publish();
	await meta.fixture.requests();
	const { error, run } = await meta.fixture.run({
		resource: 'message',
		operation: 'sendAndWait',
		to: TO,
		message: 'Refund 42.00?',
	});
	expect(error).toBeUndefined();
	expect(run.data.waitTill ?? run.waitTill).toBeDefined();
	const calls = await meta.fixture.requests();
	expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([`POST ${PHONE}/messages`]);
	const { body } = calls[0];
	expect(body).toMatchObject({ messaging_product: 'whatsapp', to: TO, type: 'interactive' });
	const [{ reply }] = body.interactive.action.buttons;
	meta.n8n.events.length = 0;
	await meta.write({ type: 'interactive', interactive: { type: 'button_reply', button_reply: reply } });
	const [resumed] = await until(
		async () => meta.n8n.resumed,
		(all) => all.length > 0,
	);
	expect(resumed.url).toMatch(/^\/webhook-waiting\/1\/node-id/);
	expect(meta.n8n.events.filter(({ event }) => event === 'message')).toEqual([]);
});
