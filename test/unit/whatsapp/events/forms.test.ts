import { cloud, CUSTOMER, message, read, readOne } from './read';

const TEXT = {
	from: CUSTOMER,
	id: 'wamid.X1',
	timestamp: '1717500000',
	type: 'text',
	text: { body: 'a & b = [c] + d' },
};
const FLAT = { messages: [TEXT] };
const RECORD = {
	wamid: 'wamid.R1',
	clientWaNumber: CUSTOMER,
	type: 'text',
	body: 'Is it ready?',
	status: 'received',
};

describe('a message is found', () => {
	it.each<[string, unknown]>([
		['in an envelope', message(TEXT)],
		['in a bare entry', cloud(FLAT).entry[0]],
		['in a bare change', cloud(FLAT).entry[0].changes[0]],
		['in a bare value', cloud(FLAT).entry[0].changes[0].value],
		['in flat lists', FLAT],
		['in a list of bodies', [null, FLAT]],
		['in JSON text', JSON.stringify(FLAT)],
		['in JSON text with a byte order mark', `\uFEFF${JSON.stringify(FLAT)}\n`],
		['in JSON inside JSON', JSON.stringify(JSON.stringify(FLAT))],
		['in a form field', `payload=${encodeURIComponent(JSON.stringify(FLAT))}`],
		['in a form field with pluses for spaces', `a=1&${new URLSearchParams({ data: JSON.stringify(FLAT) })}`],
		[
			'in a form whose lists are fields',
			new URLSearchParams({ messages: JSON.stringify([TEXT]) }).toString(),
		],
		['in the name of a field', { [JSON.stringify(FLAT)]: '' }],
		['in the encoded name of a field', encodeURIComponent(JSON.stringify(FLAT))],
		[
			'in bracketed keys',
			{
				'messages[0][text][body]': TEXT.text.body,
				'messages[0][id]': TEXT.id,
				'messages[0][from]': CUSTOMER,
				'messages[0][timestamp]': TEXT.timestamp,
				'messages[0][type]': 'text',
			},
		],
		['in bracketed keys without positions', { 'messages[]': [TEXT] }],
		['in the fields of a parsed form', { json: JSON.stringify(FLAT), token: 'x' }],
		['in a wrapping body', { headers: {}, body: FLAT }],
		['in a wrapping payload that is text', { kind: 1, payload: JSON.stringify(FLAT) }],
		['in four wrappers', { body: { payload: { data: { body: FLAT } } } }],
		['under an event name', { event: 'message.received', data: TEXT }],
		['under an event name as text', { event: 'message.received', data: JSON.stringify(TEXT) }],
		['under an event name in lists', { event: 'message.received', data: FLAT }],
	])('%s', (_, body) => {
		const event = readOne(body);
		expect(event).toMatchObject({
			event: 'message',
			id: 'wamid.X1',
			from: CUSTOMER,
			text: 'a & b = [c] + d',
		});
		expect(event.raw).toEqual(TEXT);
	});
});

describe('the form tells what the input looked like', () => {
	it.each<[string, unknown]>([
		['cloud', message(TEXT)],
		['cloud', cloud(FLAT).entry[0].changes[0].value],
		['onprem', FLAT],
		['onprem', { body: FLAT }],
		['event', { event: 'message.received', data: TEXT }],
		['event', { event: 'message.received', data: RECORD }],
		['record', RECORD],
		['record', { data: { messages: [RECORD] } }],
		['raw', { hello: 'world' }],
		['raw', 'hello'],
	])('%s', (form, body) => {
		expect(readOne(body).form).toBe(form);
	});
});

describe('nothing sent', () => {
	it.each([
		[null],
		[undefined],
		[''],
		[{}],
		[[]],
		['{}'],
		['[]'],
		['null'],
		['""'],
		[{ object: 'x', entry: [] }],
	])('%j gives nothing', (body) => {
		expect(read(body)).toEqual([]);
	});
});

describe('what is no known form', () => {
	it.each<[unknown, string, string]>([
		['just some words', 'raw', 'just some words'],
		['2 + 2 = 4', 'raw', '2 + 2 = 4'],
		['5', 'raw', '5'],
		['{"broken": ', 'raw', '{"broken": '],
		[5, 'raw', ''],
		[false, 'raw', ''],
		[{ message: 'Maintenance tonight' }, 'raw', 'Maintenance tonight'],
		[{ text: '', body: 'second choice' }, 'raw', 'second choice'],
		[{ event: 'ping', at: 1 }, 'ping', ''],
		[
			{ event: 'conversation.closed', data: { text: 'Closed by Meera' } },
			'conversation.closed',
			'Closed by Meera',
		],
		[{ event: 'message.received', data: null }, 'message.received', ''],
		[{ messages: 'invalid' }, 'raw', ''],
		[{ messages: [] }, 'raw', ''],
		[{ data: [] }, 'raw', ''],
		[{ 'a[b]': '1', a: '2' }, 'raw', ''],
		[{ 'entry[0][id]': '1', 'entry[0]': 'x' }, 'raw', ''],
	])('%j becomes one unknown event', (body, type, text) => {
		const event = readOne(body);
		expect(event).toMatchObject({ event: 'unknown', type, text, direction: null, id: null, timestamp: null });
		expect(event.raw).toBe(body);
	});

	it('keeps its own time', () => {
		const body = { event: 'ping', timestamp: 1717500000 };
		expect(readOne(body).timestamp).toBe('2024-06-04T11:20:00.000Z');
	});

	it('is not searched without end', () => {
		const deep = Array.from({ length: 6 }).reduce<unknown>((inner) => ({ body: inner }), FLAT);
		expect(readOne(deep)).toMatchObject({ event: 'unknown', raw: deep });
		const text = Array.from({ length: 6 }).reduce<unknown>((inner) => JSON.stringify(inner), FLAT);
		expect(readOne(text).event).toBe('unknown');
	});

	it('may be nested deeper than the stack', () => {
		const depth = 100_000;
		expect(readOne(`${'['.repeat(depth)}1${']'.repeat(depth)}`).event).toBe('unknown');
		const nested = `${'{"edit":{"message":'.repeat(depth)}1${'}}'.repeat(depth)}`;
		const [first, second] = read(`{"messages":[${nested},${JSON.stringify(TEXT)}]}`);
		expect(first.event).toBe('message');
		expect(second.id).toBe('wamid.X1');
	});

	it.each([
		['1 '.repeat(300_000) + 'x'],
		['a'.repeat(300_000) + '= '],
		['2024-'.repeat(100_000)],
		['a['.repeat(300_000) + ']'],
		['"'.repeat(300_000)],
	])('may be made to be slow', (word) => {
		const item = { from: word, timestamp: word, type: word, [word]: word };
		const start = process.cpuUsage();
		for (const body of [word, { [word]: 1, a: 1 }, { messages: [item], statuses: [item] }]) {
			expect(read(body).length).toBeGreaterThan(0);
		}
		// Time of this process in microseconds; a square of these lengths takes minutes.
		expect(process.cpuUsage(start).user).toBeLessThan(2_000_000);
	});

	it('may fail to be read: then its neighbours are there, and it says why', () => {
		const hostile = {
			get type(): string {
				throw new Error('no entry');
			},
			id: 'wamid.X0',
		};
		const [first, second] = read({ messages: [hostile, TEXT] });
		expect(first).toMatchObject({ event: 'unknown', normalizationError: 'no entry' });
		expect(first.raw).toBe(hostile);
		expect(second.id).toBe('wamid.X1');
	});

	it('may fail as a whole', () => {
		const hostile = new Proxy(
			{},
			{
				ownKeys() {
					throw new Error('no entry');
				},
			},
		);
		expect(readOne(hostile)).toMatchObject({ event: 'unknown', type: 'raw', normalizationError: 'no entry' });
	});
});

describe('a stored record', () => {
	it('keeps the text of what was sent beside its status', () => {
		const [event] = read({ ...RECORD, status: 'clicked', type: 'template', phoneNumberId: 2 });
		expect(event).toMatchObject({
			event: 'status',
			direction: 'outbound',
			from: null,
			to: CUSTOMER,
			phoneNumberId: '2',
			status: { value: 'clicked', recipient: CUSTOMER, errors: [] },
			message: { type: 'template', text: 'Is it ready?' },
		});
		expect(event.media).toBeUndefined();
	});

	it.each([
		['video/mp4', 'video'],
		['audio/ogg; codecs=opus', 'audio'],
		['image/png', 'image'],
		['application/pdf', 'document'],
		[undefined, 'document'],
	])('takes the kind of a file from %s', (mimeType, kind) => {
		const event = readOne({
			...RECORD,
			type: 'media',
			body: null,
			mimeType,
			awsLink: 'https://files.example.org/1',
		});
		expect(event).toMatchObject({
			type: kind,
			text: `[${kind}]`,
			media: { kind, url: 'https://files.example.org/1' },
		});
	});

	it('keeps the type of a template with a file', () => {
		const event = readOne({
			...RECORD,
			type: 'template',
			mimeType: 'image/png',
			awsLink: 'https://files.example.org/1',
		});
		expect(event).toMatchObject({ type: 'template', text: 'Is it ready?', media: { kind: 'image' } });
	});

	it('knows the provisional id, the placeholder digest and what it answers', () => {
		const event = readOne({
			...RECORD,
			wamid: null,
			hemid: 'hemid.1',
			type: 'media',
			sha256: 'temp',
			context: { id: 'wamid.R0' },
		});
		expect(event).toMatchObject({ id: 'hemid.1', media: { sha256: null }, context: { id: 'wamid.R0' } });
	});

	it('takes the customer from the list it is in', () => {
		const { clientWaNumber, ...anonymous } = RECORD;
		expect(readOne({ data: { clientWaNumber: '+91 0000 000123', messages: [anonymous] } }).from).toBe(
			clientWaNumber,
		);
	});

	it("takes the wrapper's word for a message received", () => {
		const undecided = { ...RECORD, status: undefined };
		expect(readOne({ event: 'message.received', data: undecided })).toMatchObject({ event: 'message' });
		expect(readOne({ event: 'message.failed', data: undecided }).status?.value).toBe('failed');
	});
});

describe('custom data', () => {
	it.each([[{ order: 1 }], [['a']], ['{"kept": "as text"}'], [0], [false]])(
		'%j comes back as sent',
		(customField) => {
			const events = read({
				...cloud({
					statuses: [
						{ id: 'a', status: 'sent' },
						{ id: 'b', status: 'read' },
					],
				}),
				customField,
			});
			expect(events.map((event) => event.customField)).toEqual([customField, customField]);
		},
	);

	it('is absent otherwise', () => {
		expect(readOne(message(TEXT))).not.toHaveProperty('customField');
	});
});
