import type { Facts } from '../../registry/releasedFacts';
import { holdReleased } from '../../registry/releasedFacts';
import { loadFixtures } from '../../unit/whatsapp/events/fixtures';
import { startProvider } from '../provider';
import { trigger } from '../triggerHarness';
import { keyPaths } from './keyPaths';

const NOWHERE = 'http://127.0.0.1:9';
const credentials = (baseUrl: string) => ({
	heltarApi: { apiKey: 'hk_live_1', baseUrl },
	helloAllApi: { apiKey: 'key-1', baseUrl },
});
const EVENTS = ['account', 'error', 'message', 'status', 'template', 'unknown'];

/** Answers to a form, and what a business itself attached. */
const DATA_KEYS = /\.reply\.data$|\.customFields?$/;

/** Payloads whose original data is compared, too: at least one of each kind of event, and of each form. */
const RAW = [
	'cloud-account-violation',
	'cloud-echo-text',
	'cloud-errors_only',
	'cloud-image',
	'cloud-status-failed',
	'cloud-template-rejected',
	'cloud-text',
	'cloud-unknown-message_type',
	'heltar-conversion',
	'heltar-event-record',
	'heltar-text',
	'onprem-location',
];

describe.each([
	['HeltarTrigger', 'heltarTrigger'],
	['HelloAllTrigger', 'helloAllTrigger'],
])('%s', (node, type) => {
	let serial = 0;
	const deliver = async (body: unknown, options = {}, baseUrl = NOWHERE) => {
		const parameters = { events: EVENTS, statuses: [], options: { verify: false, echoes: true, ...options } };
		const nodeId = `${type} released ${++serial}`;
		return await trigger(type, parameters, credentials(baseUrl), { nodeId }).deliver({ body });
	};
	const delivered = async (body: unknown, options = {}) => (await deliver(body, options)).items ?? [];
	const hold = (places: string[], about: (place: string) => boolean) => {
		const facts: Facts = Object.fromEntries(places.map((place) => [place, true]));
		holdReleased(`outputs/${node}`, facts, about);
	};

	test('the events of every kind of payload have the keys that were released', async () => {
		const places = new Set<string>();
		for (const { body } of loadFixtures()) {
			for (const event of await delivered(body)) {
				// The provider's own; what of it comes out by itself is compared below.
				delete event.raw;
				const kind = event.event === 'message' ? `message ${String(event.type)}` : String(event.event);
				for (const place of keyPaths(event, `${kind} › event`, DATA_KEYS)) places.add(place);
			}
		}
		hold([...places], (place) => place.includes(' › event'));
	});

	test.each(RAW)('the original data of %s comes out as it was released', async (name) => {
		const { body } = loadFixtures().find((one) => one.name === name)!;
		const items = await delivered(body, { raw: true });
		expect(items.length).toBeGreaterThan(0);
		const about = `original data of ${name} › `;
		const places = items.flatMap((json) => keyPaths(json, `${about}item`));
		hold(places, (place) => place.startsWith(about));
	});

	test('a file comes out as it was released, and so does one that could not be fetched', async () => {
		const { body } = loadFixtures().find((one) => one.name === 'cloud-image')!;
		const file = { headers: { 'content-type': 'image/jpeg' }, body: 'jpeg' };
		// Heltar is asked for the message, as the address in so old a delivery no longer works.
		const provider = await startProvider(({ url, headers }) =>
			url.startsWith('/v1/messages?')
				? { body: { message: 'ok', data: { awsLink: `http://${String(headers.host)}/image.jpg` } } }
				: file,
		);
		const { item } = await deliver(body, { downloadMedia: true }, provider.url);
		const { fileName, mimeType } = item!.binary!.data;
		const { items } = await deliver(body, { downloadMedia: true });
		const places = [
			...keyPaths({ fileName, mimeType }, 'file › binary.data'),
			...keyPaths(items![0].media, 'file › media of one not fetched'),
		];
		hold(places, (place) => place.startsWith('file › '));
	});
});
