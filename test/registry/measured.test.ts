import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { DOCUMENTS, withFigures } from '../../bench/documents';
import figures from '../../docs/measured.json';

const root = join(__dirname, '../..');

/** Tables without the spaces that put their columns below each other. */
const plain = (text: string) =>
	text
		.replace(/ +/g, ' ')
		.replace(/-{3,}/g, '---')
		.replace(/\n{2,}/g, '\n');

it.each(DOCUMENTS)('%s says what was measured', (path) => {
	const text = readFileSync(join(root, path), 'utf8');
	expect(plain(withFigures(text, path, figures))).toBe(plain(text));
});

it('notices a figure that is no longer so', () => {
	const path = 'docs/scale.md';
	const text = readFileSync(join(root, path), 'utf8');
	const slower = figures.map((one) =>
		one.bench === 'trigger.messages' ? { ...one, value: one.value / 2 } : one,
	);
	expect(plain(withFigures(text, path, slower))).not.toBe(plain(text));
});
