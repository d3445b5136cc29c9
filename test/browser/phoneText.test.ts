import { parseInline, parseWhatsApp } from '../../sandbox/phone/src/bubbles/whatsappText';

const kinds = (text: string) => parseInline(text).map(({ kind }) => kind);

test.each([
	['*bold*', ['bold']],
	['_italic_ and ~struck~', ['italic', 'plain', 'strike']],
	['(*bold*), he said', ['plain', 'bold', 'plain']],
	['*not bold', ['plain']],
	['* not bold *', ['plain']],
	['2*3*4', ['plain']],
	['snake_case_name', ['plain']],
	['`*code*`', ['code']],
	['see https://example.com/a_b_c.', ['plain', 'link', 'plain']],
	['*über*', ['bold']],
])('%s', (text, expected) => {
	expect(kinds(text)).toEqual(expected);
});

test.each([
	['https://a.example/b_(c)', 'https://a.example/b_(c)'],
	['(https://a.example/b)', 'https://a.example/b'],
	['(https://a.example/b_(c)).', 'https://a.example/b_(c)'],
	['请联系客服 (https://a.example/b)。', 'https://a.example/b'],
	['看 https://a.example/b，谢谢', 'https://a.example/b'],
	['هل رأيت https://a.example/b؟', 'https://a.example/b'],
	['यहाँ https://a.example/b।', 'https://a.example/b'],
	['[https://a.example/b?c=1&d=%E2#e]', 'https://a.example/b?c=1&d=%E2#e'],
	['https://a.example/b/?!', 'https://a.example/b/'],
])('the address in %s ends where a reader would end it', (text, address) => {
	const links = parseInline(text).filter(({ kind }) => kind === 'link');
	expect(links).toEqual([{ kind: 'link', text: address }]);
});

test('marks may stand within each other', () => {
	expect(parseInline('*a _b_*')).toEqual([
		{
			kind: 'bold',
			parts: [
				{ kind: 'plain', text: 'a ' },
				{ kind: 'italic', parts: [{ kind: 'plain', text: 'b' }] },
			],
		},
	]);
});

test('lines become lists, quotes and blocks', () => {
	const blocks = parseWhatsApp('Hi\n\n- one\n- two\n3. three\n> said\n```let x\n\ny```\nbye');
	expect(blocks.map(({ kind }) => kind)).toEqual([
		'line',
		'line',
		'bullets',
		'numbers',
		'quote',
		'monospace',
		'line',
	]);
	expect(blocks[3]).toMatchObject({ start: 3 });
	expect(blocks[5]).toEqual({ kind: 'monospace', text: 'let x\n\ny' });
});

test('a long text without an end to its marks is read in no time', () => {
	const start = process.cpuUsage();
	parseWhatsApp('*_~'.repeat(1365));
	expect(process.cpuUsage(start).user).toBeLessThan(500_000);
});
