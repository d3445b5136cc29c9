import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const RUN = join(__dirname, '../../../scripts/run.js');

/** Runs two programs one after the other, and tells how they ended. */
const TWO = `
	const { run } = require(${JSON.stringify(RUN)});
	(async () => {
		const first = await run(process.execPath, ['-e', 'console.log("first"); setInterval(() => {}, 1000)']);
		const second = await run(process.execPath, ['-e', 'console.log("second")']);
		console.log(JSON.stringify([first.code, second.code]));
	})();
`;

const onUnix = process.platform === 'win32' ? test.skip : test;

onUnix('who stops a command stops what runs, and what would have followed', async () => {
	const child = spawn(process.execPath, ['-e', TWO], { stdio: ['ignore', 'pipe', 'inherit'] });
	let output = '';
	child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
		output += chunk;
		if (chunk.includes('first')) child.kill('SIGTERM');
	});
	expect(await once(child, 'close')).toEqual([0, null]);
	expect(output.trim().split('\n')).toEqual(['first', '[143,143]']);
});
