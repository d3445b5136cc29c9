import { composeUnknown, within } from '../../../../whatsapp/events/compose';
import { given, textIn } from '../../../../whatsapp/events/json';
import { readEvents } from '../../../../whatsapp/events/read';
import type { ServiceForms } from '../../../../whatsapp/events/service';
import { message, read, RECEIVED_AT, status } from './read';

const readWith = (body: unknown, forms?: ServiceForms) =>
	readEvents(body, { provider: 'acme', receivedAt: RECEIVED_AT, forms });

const RECORD = {
	wamid: 'wamid.X1',
	clientWaNumber: '910000000123',
	type: 'text',
	body: 'Hi',
	status: 'received',
};
const WRAPPED = { event: 'message.received', data: RECORD };

describe('the reader of events by itself', () => {
	it.each([
		['a stored record', RECORD],
		['an event of a panel', WRAPPED],
	])('does not know %s, and passes it on', (_, body) => {
		expect(readWith(body)).toMatchObject([{ event: 'unknown', form: 'raw', raw: body }]);
		expect(read(body)).toMatchObject([{ event: 'message', text: 'Hi', id: 'wamid.X1' }]);
	});

	it('takes nothing from beside an envelope', () => {
		const body = { ...status({}), customField: { order: 'ORD-7' } };
		expect(readWith(body)[0]).not.toHaveProperty('customField');
		expect(readWith(body)[0].dedupeKey).not.toMatch(/:cf$/);
		expect(read(body)[0]).toMatchObject({ customField: { order: 'ORD-7' } });
		expect(read(body)[0].dedupeKey).toMatch(/:cf$/);
	});

	it('knows WhatsApp’s own forms', () => {
		const body = message({ type: 'text', text: { body: 'Hi' } });
		expect(readWith(body)).toEqual(read(body, 'acme'));
	});
});

describe('a service’s own forms', () => {
	const acme: ServiceForms = {
		forms: [
			(body, setting) =>
				textIn(body, 'acme') === null
					? undefined
					: [composeUnknown(within(setting, 'record', body), body, { type: 'acme' })],
			(body, _, recognise) => recognise(given(body, 'parcel')),
		],
		blocksOf: (wrapper) => ({ customField: given(wrapper, 'note') }),
	};

	it('are read wherever they lie, and say what holds for each event inside', () => {
		const own = { acme: 'yes', note: 5 };
		const expected = { event: 'unknown', type: 'acme', form: 'record', customField: 5 };
		for (const body of [own, [own], JSON.stringify(own), { payload: own }, { parcel: [own] }]) {
			expect(readWith(body, acme)).toMatchObject([expected]);
		}
	});

	it('may wrap WhatsApp’s own, and come after them', () => {
		const inside = { ...message({ type: 'text', text: { body: 'Hi' } }), note: 'n' };
		expect(readWith({ parcel: inside }, acme)).toMatchObject([
			{ event: 'message', text: 'Hi', customField: 'n' },
		]);
		expect(readWith({ ...inside, acme: 'yes' }, acme)).toMatchObject([{ event: 'message', form: 'cloud' }]);
	});

	it('that lie too deep are passed on as they are', () => {
		const deep = [1, 2, 3, 4, 5, 6].reduce<object>((parcel) => ({ parcel }), { acme: 'yes' });
		expect(readWith(deep, acme)).toMatchObject([{ event: 'unknown', type: 'raw', raw: deep }]);
	});

	it('that fail hide nothing', () => {
		const broken: ServiceForms = {
			forms: [
				() => {
					throw new Error('out of order');
				},
			],
		};
		expect(readWith(RECORD, broken)).toMatchObject([
			{ event: 'unknown', raw: RECORD, normalizationError: 'out of order' },
		]);
	});
});
