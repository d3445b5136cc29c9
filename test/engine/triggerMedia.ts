import type { IDataObject } from 'n8n-workflow';

import { CUSTOMER_FILES, FILE_TEXT, PICTURE } from './customerFiles';
import { catchDeliveries } from './deliveryCatcher';
import { useJumpingClock } from '../jumpingClock';
import { until } from '../waiting';
import { openSandbox } from './sandboxClient';
import { trigger } from './triggerHarness';

interface Side {
	provider: string;
	type: string;
	credential: string;
	apiKey: string;
	customer: string;
	/** Tells the provider where to deliver to. */
	register(baseUrl: string, url: string): Promise<unknown>;
}

export type MediaFixture = Awaited<ReturnType<typeof openMediaFixture>>;

/** A sandbox whose deliveries are kept, and the trigger they are handed to. */
export async function openMediaFixture(side: Side) {
	const { provider, type, credential, apiKey, customer, register } = side;
	const sandbox = await openSandbox(provider);
	const receiver = await catchDeliveries();
	await register(sandbox.baseUrl, receiver.url);
	return {
		...sandbox,
		customer,
		close: async () => {
			receiver.close();
			await sandbox.close();
		},
		trigger: (options: IDataObject, filters: IDataObject = {}, baseUrl = sandbox.baseUrl) =>
			trigger(
				type,
				{ events: ['message'], filters, options: { verify: false, ...options } },
				{ [credential]: { apiKey, baseUrl } },
			),
		/** What the sandbox delivers when the customer sends this. */
		async sent(message: object) {
			receiver.taken.length = 0;
			await sandbox.post(`/${provider}/inbound`, { from: customer, name: 'Asha', message });
			await sandbox.requests();
			return receiver.taken.at(-1)!;
		},
		/** Provider calls since the last time this was asked. */
		calls: async () => (await sandbox.requests()).map(({ method, path }) => `${method} ${path}`),
	};
}

/** Files of every kind reach the workflow. */
export function testFilesArrive(fixture: () => MediaFixture): void {
	test.each(CUSTOMER_FILES)('%s arrives as binary, with name and type', async (_, message, type, name) => {
		const delivery = await fixture().sent(message);
		const { item } = await fixture().trigger({ downloadMedia: true }).deliver(delivery);
		const { data, mimeType, fileName } = item!.binary!.data;
		expect(Buffer.from(data, 'base64').toString()).toBe(FILE_TEXT);
		expect(mimeType).toContain(type);
		expect(fileName).toMatch(name);
		expect(item!.json.media).not.toHaveProperty('downloadError');
	});
}

/** Files that are not fetched, or not in time. */
export function testFilesStay(fixture: () => MediaFixture, path: string): void {
	const clock = useJumpingClock();

	test('are left where they are when nobody asked for them', async () => {
		const delivery = await fixture().sent(PICTURE);
		const { item } = await fixture().trigger({}).deliver(delivery);
		expect(item!.binary).toBeUndefined();
		expect(await fixture().calls()).toEqual([]);
	});

	test('of a blocked sender are never fetched', async () => {
		const delivery = await fixture().sent(PICTURE);
		const own = fixture().trigger({ downloadMedia: true }, { block: fixture().customer });
		expect(await own.deliver(delivery)).toMatchObject({ status: 200, items: undefined });
		expect(await fixture().calls()).toEqual([]);
	});

	test('that do not come in time leave the message with a note', async () => {
		const delivery = await fixture().sent(PICTURE);
		await fixture().fault({ kind: 'timeout' }, { path });
		const taking = fixture().trigger({ downloadMedia: true }).deliver(delivery);
		await until(fixture().everyRequest, (calls) => calls.at(-1)?.status === null);
		clock.pass(6_000);
		const { status, item } = await taking;
		expect(status).toBe(200);
		expect(item).toMatchObject({
			json: { text: 'Look', media: { downloadError: expect.stringContaining('6 seconds') } },
		});
	});
}
