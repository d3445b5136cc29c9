import { judgeMessage } from '../../../../nodes/Heltar/judgement';

test.each(['sent', 'delivered', 'READ', 'responded', 'clicked', 'clicked_responded'])(
	'a message that is %s is not sent again, and nothing is to be done',
	(status) => {
		expect(judgeMessage(status, null)).toEqual({ advice: null, retry: 'never' });
	},
);

test.each([
	['waiting', /may still go out/],
	['accepted', /unknown whether the message arrived/],
	[undefined, /unknown whether the message arrived/],
])('a message of which nobody knows whether it arrives (%s) is not sent again', (status, advice) => {
	// Not even where a reason stands beside it that alone would say "now".
	expect(judgeMessage(status, 'Rate limit hit')).toEqual({
		advice: expect.stringMatching(advice),
		retry: 'never',
	});
});

test.each([
	['failed', 'Rate limit hit', 'now', /more slowly/],
	['failed', { code: 131049, title: 'Not delivered' }, 'later', /held back/],
	['failed', 'Receiver is incapable of receiving this message', 'never', /Check number/],
	['failed', 'Client is blocked', 'never', /Unblock/],
	['failed', 'Client has not opted in', 'never', /opted out/],
	['cancelled', 'Marketing templates are paused for this business', 'later', /Switch the pause off/],
	['expired', null, 'now', /expired/],
	['expired', 'Client is blocked', 'never', /Unblock/],
	['failed', 'A reason nobody has seen yet', 'later', /no advice for this failure/],
	['failed', null, 'later', /no advice for this failure/],
])('%s because of %j: %s', (status, reason, retry, advice) => {
	expect(judgeMessage(status, reason)).toEqual({ advice: expect.stringMatching(advice), retry });
});
