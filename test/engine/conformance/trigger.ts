import type { IDataObject } from 'n8n-workflow';

import type { TestedProvider } from '../../providers';
import { credentialsFor } from '../../providers';
import { CUSTOMER_FILES, FILE_TEXT } from '../customerFiles';
import { catchDeliveries } from '../deliveryCatcher';
import { openSandbox } from '../sandboxClient';
import { trigger } from '../triggerHarness';

const OTHER = 'https://crm.example.com/incoming';
const CUSTOMER = '447700900123';

/** What holds for every provider's trigger: its registration, and that each event starts the workflow once. */
export function describeTrigger(provider: TestedProvider): void {
	const { contract, type, table } = provider;
	const { name } = provider.sandbox;
	let sandbox: Awaited<ReturnType<typeof openSandbox>>;
	let n8n: Awaited<ReturnType<typeof catchDeliveries>>;
	beforeAll(async () => {
		sandbox = await openSandbox(name);
		n8n = await catchDeliveries();
	});
	afterAll(async () => {
		n8n.close();
		await sandbox.close();
	});
	beforeEach(async () => {
		await sandbox.reset();
		n8n.taken.length = 0;
	});

	/** A trigger whose address is one where deliveries are kept. */
	const open = (nodeId: string, parameters: IDataObject = {}, webhookId = 'hook-id') =>
		trigger(
			`${type}Trigger`,
			{ events: ['message'], ...parameters },
			credentialsFor(provider, sandbox.baseUrl),
			{ n8n: n8n.url.replace(/\/$/, ''), nodeId: `${provider.title} ${nodeId}`, webhookId },
		);
	const urls = async () => (await sandbox.webhooks()).map(({ url }) => url);
	const text = (body: string) => ({ type: 'text', text: { body } });
	/** What the provider delivers when a customer writes. */
	async function delivered(message: object) {
		await sandbox.post(`/${name}/inbound`, { from: CUSTOMER, message });
		expect(n8n.taken).toHaveLength(1);
		return n8n.taken.splice(0)[0];
	}

	/** Makes the provider deliver to a trigger. */
	async function publish(own: ReturnType<typeof open>): Promise<void> {
		await own.create();
		if (table.webhookByHand) await sandbox.post(`/${name}/webhooks`, { url: own.url() });
	}

	if (table.webhookByHand)
		test('registers nothing and calls nobody: people enter its address', async () => {
			const own = open('life');
			expect(await own.checkExists()).toBe(false);
			expect(await own.create()).toBe(true);
			expect(await own.delete()).toBe(true);
			expect(await sandbox.requests()).toEqual([]);
			expect(await urls()).toEqual([]);
		});
	else describeRegistration();

	function describeRegistration(): void {
		test('is registered, found registered, and gone again', async () => {
			const own = open('life');
			expect(await own.checkExists()).toBe(false);
			expect(await own.create()).toBe(true);
			const registered = await urls();
			expect(registered).toHaveLength(1);
			expect(registered[0].startsWith(own.url())).toBe(true);
			expect(await own.checkExists()).toBe(true);
			expect(await own.delete()).toBe(true);
			expect(await urls()).toEqual([]);
			expect(await own.checkExists()).toBe(false);
			expect(await own.delete()).toBe(true);
		});

		test('leaves the webhooks of others as they are', async () => {
			await table.registerOther(sandbox.baseUrl, OTHER);
			const before = await sandbox.webhooks();
			expect(before.map(({ url }) => url)).toEqual([OTHER]);
			const own = open('others');
			expect(await own.checkExists()).toBe(false);
			// Where a number has one webhook only, the trigger is refused instead.
			const refusal = await own.create().then(
				() => undefined,
				(error: Error) => error.message,
			);
			if (refusal !== undefined) expect(refusal).toContain(OTHER);
			expect(await urls()).toContain(OTHER);
			await own.delete();
			expect(await sandbox.webhooks()).toEqual(before);
		});

		test('a delivery that does not prove where it comes from starts nothing', async () => {
			const own = open('forged');
			await own.create();
			const { body } = await delivered(text('Forged'));
			expect(await own.deliver({ body })).toMatchObject({ status: 401, items: undefined });
		});
	}

	test('a message arrives once, however often it is delivered', async () => {
		const own = open('once');
		await publish(own);
		const delivery = await delivered(text('Hello'));
		const { status, items } = await own.deliver(delivery);
		expect(status).toBe(200);
		expect(items).toMatchObject([
			{ event: 'message', provider: contract.eventName, from: CUSTOMER, text: 'Hello' },
		]);
		expect(await own.deliver(delivery)).toMatchObject({ status: 200, items: undefined });
	});

	test('a redelivery of what n8n could not take in starts the workflow', async () => {
		const own = open('again');
		await publish(own);
		const delivery = await delivered(text('Hello again'));
		await own.deliver({ ...delivery, answeredWith: 500 });
		expect((await own.deliver(delivery)).items).toHaveLength(1);
		expect((await own.deliver(delivery)).items).toBeUndefined();
	});

	// An n8n that was just started knows none of its secrets yet. What it answered with 401 would not come again.
	test('a burst that meets a trigger which knows nothing yet is taken in, every delivery of it', async () => {
		const own = open('burst', {}, 'hook-of-the-burst');
		await publish(own);
		const { body, ...delivery } = await delivered(text('Burst'));
		const burst = Array.from({ length: 60 }, (_, at) =>
			own.deliver({ ...delivery, body: String(body).replaceAll(/(wamid\.|ABGK?-?)[^"]*/g, `$1burst${at}`) }),
		);
		const answers = await Promise.all(burst);
		expect(answers.map(({ status }) => status)).toEqual(burst.map(() => 200));
		expect(answers.flatMap(({ items }) => items ?? [])).toHaveLength(burst.length);
	});

	test.each(CUSTOMER_FILES)(
		'%s arrives as a file, with name and type',
		async (_, message, fileType, fileName) => {
			const own = open('files', { options: { downloadMedia: true } });
			await publish(own);
			const { item } = await own.deliver(await delivered(message));
			const { data, mimeType, fileName: given } = item!.binary!.data;
			expect(Buffer.from(data, 'base64').toString()).toBe(FILE_TEXT);
			expect(mimeType).toContain(fileType);
			expect(given).toMatch(fileName);
			expect(item!.json.media).not.toHaveProperty('downloadError');
		},
	);

	test('a filter that can never work is refused when the workflow is published', async () => {
		const filters = { text: { values: { mode: 'regex', value: '(' } } };
		await expect(open('filter', { filters }).create()).rejects.toMatchObject({
			message: expect.stringContaining('not a valid regular expression'),
		});
		expect(await urls()).toEqual([]);
	});
}
