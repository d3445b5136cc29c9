import { answerHandshake } from '../../../../whatsapp/events/handshake';

function query(text: string): Record<string, string> {
	return Object.fromEntries(new URLSearchParams(text));
}

describe('a challenge is sent back bare', () => {
	it.each<[unknown, string]>([
		[query('challange=k7Qp2'), 'k7Qp2'],
		[query('echo=true&challange=k7Qp2'), 'k7Qp2'],
		[query('hub.mode=subscribe&hub.challenge=158201444&hub.verify_token=abc'), '158201444'],
		[query('challenge=zz-9'), 'zz-9'],
		[{ hub: { mode: 'subscribe', challenge: '158201444' } }, '158201444'],
		[{ hub: { challenge: 158201444 } }, '158201444'],
		[{ 'HUB.Challenge': '1' }, '1'],
		[{ Challange: '2' }, '2'],
		[{ Challange: '2', challange: '3' }, '2'],
		[{ challange: ['first', 'second'] }, 'first'],
		[{ challenge: 'c', challange: 'b', 'hub.challenge': 'a' }, 'a'],
		[{ challenge: 'c', challange: 'b' }, 'b'],
		[{ challenge: 'c', 'hub.challenge': '' }, 'c'],
		[{ challenge: '<b>"x"</b>' }, '<b>"x"</b>'],
		[{ challenge: 'x'.repeat(1024) }, 'x'.repeat(1024)],
	])('%j', (given, body) => {
		expect(answerHandshake(given)).toEqual({
			status: 200,
			body,
			headers: { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' },
		});
	});
});

describe('OK is answered', () => {
	it.each([
		[{}],
		[undefined],
		[null],
		['challenge=1'],
		[{ challenge: '' }],
		[{ challenge: {} }],
		[{ challenge: 'x'.repeat(1025) }],
		[{ challenge: 'two\nlines' }],
		[{ challenge: 'bell\u0007' }],
	])('to %j', (given) => {
		expect(answerHandshake(given)).toMatchObject({ status: 200, body: 'OK' });
	});
});
