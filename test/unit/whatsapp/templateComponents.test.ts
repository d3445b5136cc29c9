import { componentsProblem } from '../../../whatsapp/templateComponents';

const body = { type: 'BODY', text: 'We are open.' };
const offer = (text: string) => ({ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text } });
const carousel = (...components: object[]) => ({ type: 'CAROUSEL', cards: [{ components }] });

test.each([
	['a body of 1024 characters', [{ type: 'body', text: '🙂'.repeat(1024) }]],
	['an offer of 16 characters', [body, offer('x'.repeat(16))]],
	['a request to call of 256 characters', [body, { type: 'CALL_PERMISSION_REQUEST', text: 'x'.repeat(256) }]],
	['a request to call without words', [body, { type: 'CALL_PERMISSION_REQUEST' }]],
	['a carousel', [body, carousel(body)]],
	['headers with a place or a product', [body, { type: 'HEADER', format: 'PRODUCT' }]],
	['what is not known here', [body, { type: 'HOLOGRAM', text: 'x'.repeat(5000) }]],
])('%s passes', (_name, components) => {
	expect(componentsProblem(components)).toBeUndefined();
});

test.each([
	[[{ type: 'FOOTER', text: 'x' }], 'must contain a BODY'],
	[[body, 'text'], 'entry 2 is not a component: it must be an object'],
	[[body, { text: 'x' }], 'entry 2 is not a component: it needs a type such as BODY'],
	[
		[{ type: 'HEADER', format: 'TEXT', text: 'x'.repeat(61) }, body],
		'entry 1 (HEADER): 61 characters, the maximum is 60',
	],
	[[body, { type: 'FOOTER', text: 'x'.repeat(61) }], 'entry 2 (FOOTER): 61 characters, the maximum is 60'],
	[[body, offer('x'.repeat(17))], 'entry 2 (LIMITED_TIME_OFFER): 17 characters, the maximum is 16'],
	[
		[body, { type: 'CALL_PERMISSION_REQUEST', text: 'x'.repeat(257) }],
		'entry 2 (CALL_PERMISSION_REQUEST): 257 characters, the maximum is 256',
	],
	[[body, { type: 'CAROUSEL' }], 'entry 2 is a CAROUSEL without cards'],
	[[body, carousel({ type: 'FOOTER', text: 'x' })], 'entry 2 (card 1): must contain a BODY'],
])('%j', (components, problem) => {
	expect(componentsProblem(components)).toBe(problem);
});
