import { callingCode } from '../../../whatsapp/callingCode';

test.each([
	['15550100123', 1],
	['79001234567', 7],
	['447700900123', 44],
	['919800000101', 91],
	['201001234567', 20],
	['353861234567', 353],
	['971501234567', 971],
	['8801712345678', 880],
])('%s begins with %i', (number, code) => {
	expect(callingCode(number)).toBe(code);
});

test('who hides their number has none', () => {
	expect(callingCode('GB.7315902846613057')).toBeUndefined();
	expect(callingCode('447700900123@rcs')).toBeUndefined();
	expect(callingCode('123')).toBeUndefined();
});
