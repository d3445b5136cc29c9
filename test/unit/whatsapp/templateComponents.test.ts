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
	[[{ type: 'FOOTER', text: 'x' }], 'must hold a BODY'],
	[[body, 'text'], 'has an entry 2 that is no component: it must be an object'],
	[[body, { text: 'x' }], 'has an entry 2 that is no component: it needs a type such as BODY'],
	[
		[{ type: 'HEADER', format: 'TEXT', text: 'x'.repeat(61) }, body],
		'has an entry 1 that is a HEADER whose text must have at most 60 characters (got 61)',
	],
	[
		[body, { type: 'FOOTER', text: 'x'.repeat(61) }],
		'has an entry 2 that is a FOOTER whose text must have at most 60 characters (got 61)',
	],
	[
		[body, offer('x'.repeat(17))],
		'has an entry 2 that is a LIMITED_TIME_OFFER whose text must have at most 16 characters (got 17)',
	],
	[
		[body, { type: 'CALL_PERMISSION_REQUEST', text: 'x'.repeat(257) }],
		'has an entry 2 that is a CALL_PERMISSION_REQUEST whose text must have at most 256 characters (got 257)',
	],
	[[body, { type: 'CAROUSEL' }], 'has an entry 2 that is a CAROUSEL without cards'],
	[[body, carousel({ type: 'FOOTER', text: 'x' })], 'has an entry 2 that has a card 1 that must hold a BODY'],
])('%j', (components, problem) => {
	expect(componentsProblem(components)).toBe(problem);
});
