import { isLoopback, isSafeAddress, linkProblem, outsideProblem } from '../../../../core/http/address';

const refused = (address: string, local = false) => outsideProblem(new URL(address), { local }) !== undefined;

describe('an address from outside', () => {
	test.each([
		'https://files.example.com/a.jpg',
		'https://files.example.com./a.jpg',
		'https://8.8.8.8/a.jpg',
		'https://11.0.0.1/',
		'https://9.255.255.255/',
		'https://172.15.255.255/',
		'https://172.32.0.0/',
		'https://192.167.255.255/',
		'https://192.169.0.1/',
		'https://169.253.255.255/',
		'https://100.63.255.255/',
		'https://100.128.0.0/',
		'https://198.17.255.255/',
		'https://198.20.0.0/',
		'https://223.255.255.255/',
		'https://[2606:4700::6810:85e5]/',
		'https://[::ffff:8.8.8.8]/',
		'https://[64:ff9b::8.8.8.8]/',
		'https://localhost.example.com/',
		'https://internal.example.com/',
	])('%s is taken', (address) => {
		expect(refused(address)).toBe(false);
		expect(refused(address, true)).toBe(false);
		expect(linkProblem(address)).toBeUndefined();
	});

	test.each([
		'https://10.0.0.5/',
		'https://172.16.0.1/',
		'https://172.31.255.255/',
		'https://192.168.1.1/',
		'https://169.254.169.254/latest/meta-data/',
		'https://100.64.0.1/',
		'https://0.0.0.0/',
		'https://198.18.0.1/',
		'https://198.51.100.7/',
		'https://203.0.113.9/',
		'https://224.0.0.1/',
		'https://240.0.0.1/',
		'https://255.255.255.255/',
		'https://0xa000005/',
		'https://167772165/',
		'https://10.5/',
		'https://012.0.0.5/',
		'https://[fd00::1]/',
		'https://[fe80::1]/',
		'https://[ff02::1]/',
		'https://[::]/',
		'https://[::ffff:10.0.0.5]/',
		'https://[::ffff:a9fe:a9fe]/',
		'https://[64:ff9b::10.0.0.5]/',
		'https://[2002:a00:5::]/',
		'https://[2001:db8::1]/',
		'https://metadata.google.internal/',
		'https://METADATA.GOOGLE.INTERNAL./',
		'https://printer.local/',
		'https://intranet/',
		'https://n8n.localhost/',
		'http://files.example.com/a.jpg',
		'ftp://files.example.com/a.jpg',
		'file:///etc/passwd',
	])('%s is not, wherever the provider is', (address) => {
		expect(refused(address)).toBe(true);
		expect(refused(address, true)).toBe(true);
		expect(linkProblem(address)).toEqual(expect.any(String));
	});

	test.each([
		'http://127.0.0.1:5678/',
		'http://127.1/',
		'http://0x7f.1/',
		'http://2130706433/',
		'http://localhost:5678/',
		'https://localhost/',
		'http://[::1]/',
		'http://[::ffff:127.0.0.1]/',
		'http://[0:0:0:0:0:ffff:7f00:0001]/',
		'http://１２７.0.0.1/',
	])('%s only where the provider is on this machine, too', (address) => {
		expect(isLoopback(new URL(address))).toBe(true);
		expect(isSafeAddress(new URL(address))).toBe(true);
		expect(refused(address)).toBe(true);
		expect(refused(address, true)).toBe(false);
	});
});

test('a base URL is the user’s own choice: https anywhere, http on this machine', () => {
	expect(isSafeAddress(new URL('https://10.0.0.5'))).toBe(true);
	expect(isSafeAddress(new URL('http://10.0.0.5'))).toBe(false);
	expect(isSafeAddress(new URL('http://127.0.0.1.example.com'))).toBe(false);
	expect(isSafeAddress(new URL('http://128.0.0.1'))).toBe(false);
});
