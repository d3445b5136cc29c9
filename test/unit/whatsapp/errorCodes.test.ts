import { adviceFor, retryFor } from '../../../whatsapp/errorCodes';
import { codeOfText } from '../../../whatsapp/errorTexts';

test.each([
	['130429', 'now'],
	['131000', 'now'],
	['410', 'now'],
	['131049', 'later'],
	['131042', 'later'],
	['132015', 'later'],
	['131050', 'never'],
	['131026', 'never'],
	['132000', 'never'],
	['132016', 'never'],
	['999999', undefined],
	[undefined, undefined],
])('after %s the same message goes out again: %s', (code, retry) => {
	expect(retryFor(code)).toBe(retry);
	expect(adviceFor(code) === undefined).toBe(retry === undefined);
});

test.each([
	['(#131047) Something else', '131047'],
	['Cloud API message throughput has been reached.', '130429'],
	['Rate limit hit', '130429'],
	['Spam rate limit hit', '131048'],
	['(Business Account, Consumer Account) pair rate limit hit', '131056'],
	['Too many messages sent to this recipient in a short period of time.', '131056'],
	['This message was not delivered to maintain healthy ecosystem engagement.', '131049'],
	['User has stopped marketing messages from this business', '131050'],
	['Message undeliverable', '131026'],
	['Receiver is incapable of receiving this message', '131026'],
	['template name (flash_sale) is paused due to low quality', '132015'],
	['template name (flash_sale) is disabled', '132016'],
	['body: number of localizable_params (1) does not match the expected number of params (4)', '132000'],
	['Service unavailable', '131016'],
	['Something went wrong', '131000'],
	['A reason nobody has seen yet', undefined],
])('"%s" is %s', (text, code) => {
	expect(codeOfText(text)).toBe(code);
});
