import type { IDataObject } from 'n8n-workflow';

import { useJumpingClock } from '../jumpingClock';
import { credentialsFor, testedProviders } from '../providers';
import { trigger } from './triggerHarness';

/** Who wants no further messages, or wants them again. */

useJumpingClock({ onlyByWaits: true });

const ASHA = '447700900123';
let serial = 0;
const message = (content: object, from = ASHA) => ({
	from,
	id: `wamid.${++serial}`,
	timestamp: '1770000000',
	...content,
});
const text = (body: string, from?: string) => message({ type: 'text', text: { body } }, from);
const preference = (value: string) => ({
	object: 'whatsapp_business_account',
	entry: [
		{
			id: '1',
			changes: [
				{
					field: 'user_preferences',
					value: {
						messaging_product: 'whatsapp',
						metadata: { display_phone_number: '447700900999', phone_number_id: '2' },
						user_preferences: [
							{ wa_id: ASHA, category: 'marketing_messages', value, timestamp: 1_770_000_000 },
						],
					},
				},
			],
		},
	],
});

describe.each(testedProviders)('a $type Trigger', (provider) => {
	const open = (parameters: IDataObject = {}, options: IDataObject = {}) => {
		const own = trigger(
			`${provider.type}Trigger`,
			{ events: ['message'], ...parameters, options: { verify: false, ...options } },
			credentialsFor(provider, 'http://127.0.0.1:9'),
			{ nodeId: `opt-out ${provider.type} ${++serial}` },
		);
		return async (body: object) => (await own.deliver({ body })).items;
	};
	const marks = (items: IDataObject[] | undefined) =>
		items?.map(({ optOut, optIn }) => (optOut ? 'out' : optIn ? 'in' : '-'));

	test('marks messages that are a stop word, and nothing else', async () => {
		const deliver = open();
		const button = { type: 'button', button: { payload: 'x', text: 'Stop promotions' } };
		const picture = { type: 'image', image: { id: 'm-1', mime_type: 'image/png', caption: 'stop' } };
		const items = await deliver({
			messages: [
				text('STOP'),
				text('stop it now please'),
				text('Start'),
				message(button),
				message(picture),
				text('Hi'),
			],
		});
		expect(marks(items)).toEqual(['out', '-', 'in', 'out', '-', '-']);
		for (const item of items!) {
			if (item.text === 'Hi') expect(item).not.toHaveProperty('optOut');
			expect(Object.keys(item).at(-1)).toBe('raw');
			expect([true, undefined]).toContain(item.optOut);
		}
	});

	test('knows words of one’s own', async () => {
		const deliver = open({}, { optOutWords: 'no more news, enough', optInWords: 'join' });
		const items = await deliver({ messages: [text('Enough!'), text('Join'), text('stop'), text('no more')] });
		expect(marks(items)).toEqual(['out', 'in', 'out', '-']);
	});

	test('marks WhatsApp’s own switch', async () => {
		const deliver = open({ events: ['account'] });
		expect(marks(await deliver(preference('stop')))).toEqual(['out']);
		expect(marks(await deliver(preference('resume')))).toEqual(['in']);
	});

	test.each([
		[undefined, ['out', 'in', '-', '-']],
		['any', ['out', 'in', '-', '-']],
		['none', ['in', '-', '-']],
		// A status says nothing about it.
		['only', ['out', 'in', '-']],
	])('Opt-Outs: %p', async (optOuts, expected) => {
		const deliver = open({ events: ['message', 'status'], statuses: [], filters: { optOuts } });
		const status = { id: 'wamid.out', status: 'read', timestamp: '1770000000', recipient_id: ASHA };
		const messages = [text('stop'), text('start'), text('Hi')];
		expect(marks(await deliver({ messages, statuses: [status] }))).toEqual(expected);
	});

	test('an opt-out waits for nothing', async () => {
		const deliver = open({}, { collectSeconds: 3 });
		const first = deliver({ messages: [text('Hi')] });
		const start = Date.now();
		expect(await deliver({ messages: [text('stop')] })).toMatchObject([{ optOut: true, messageCount: 1 }]);
		expect(Date.now() - start).toBeLessThan(25);
		expect(marks(await first)).toEqual(['-']);
	});
});
