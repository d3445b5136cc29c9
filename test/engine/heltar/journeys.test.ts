import type { IDataObject } from 'n8n-workflow';

import { useFixture } from './fixture';

const ASHA = '919800000101';
const [BOTH, CART] = ['8c1f2b6e-4d2a-4b0e-9d5f-3a7c1e2f4b6d', '1d4e5f60-7a8b-4c9d-8e0f-123456789abc'];

const fixture = useFixture();
const send = async (parameters: IDataObject) =>
	await fixture.run({ resource: 'journey', operation: 'sendEvent', ...parameters });
const call = { method: 'POST', path: '/v1/journeys/events', query: {} };

test('an event goes to every journey that listens for it', async () => {
	const { json, hints } = await send({ eventName: ' added_to_cart ', phone: '+91 98000-00101' });
	expect(json).toEqual([{ masterClientId: expect.any(String), journeys: [BOTH, CART] }]);
	expect(hints).toEqual([]);
	expect(await fixture.wire()).toEqual([
		{ ...call, body: { event: { name: 'added_to_cart' }, phone: ASHA } },
	]);
});

test('to one journey, with properties and both ways to name the person', async () => {
	const { json } = await send({
		eventName: 'added_to_cart',
		phone: ASHA,
		email: 'asha@example.com',
		properties: '{"orderId": "1042", "items": ["SKU-7"], "value": 349}',
		options: { journeyId: CART },
	});
	expect(json).toEqual([{ masterClientId: expect.any(String), journeys: [CART] }]);
	expect(await fixture.wire()).toEqual([
		{
			...call,
			body: {
				event: { name: 'added_to_cart', properties: { orderId: '1042', items: ['SKU-7'], value: 349 } },
				phone: ASHA,
				email: 'asha@example.com',
				journeyId: CART,
			},
		},
	]);
});

test('an event nobody listens for is no mistake, and is told', async () => {
	const { json, hints, error } = await send({ eventName: 'sneezed', email: 'asha@example.com' });
	expect(error).toBeUndefined();
	expect(json).toEqual([{ masterClientId: expect.any(String), journeys: [] }]);
	expect(hints).toEqual(['No journey listens for the event "sneezed", so nothing was triggered.']);
	expect(await fixture.wire()).toEqual([
		{ ...call, body: { event: { name: 'sneezed' }, email: 'asha@example.com' } },
	]);
});

const event = { eventName: 'added_to_cart', phone: ASHA };
test.each<[string, IDataObject, string]>([
	[
		'nobody it is about',
		{ eventName: 'added_to_cart' },
		'Phone Number: nothing is filled in, neither here nor in the email',
	],
	[
		'a number without a country code',
		{ ...event, phone: '09800 000101' },
		'Phone Number: "09800 000101" must not start with 0',
	],
	['no email', { ...event, email: 'asha' }, 'Email: "asha" is not an email address'],
	[
		'properties that are a list',
		{ ...event, properties: '["SKU-7"]' },
		'Properties (JSON): must be an object',
	],
	[
		'a journey by name',
		{ ...event, options: { journeyId: 'cart' } },
		'Options → Journey ID: "cart" is not the ID of a journey',
	],
])('%s is refused before anything is sent', async (_name, parameters, message) => {
	const { error } = await send(parameters);
	expect(error?.message).toBe(message);
	expect(error?.context.itemIndex).toBe(0);
	expect(await fixture.requests()).toEqual([]);
});

test('a journey that does not exist is Heltar’s to know', async () => {
	const { error } = await send({ ...event, options: { journeyId: CART.replace('1d', '2d') } });
	expect(error?.message).toBe('Journey not found');
	expect(await fixture.requests()).toHaveLength(1);
});
