import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startSandbox } from './listen.ts';

const { values } = parseArgs({
	options: { port: { type: 'string', default: '0' }, data: { type: 'string' }, host: { type: 'string' } },
});

const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
	console.error(`--port wants a number from 0 to 65535, not ${values.port}`);
	process.exit(2);
}

const running = await startSandbox({
	port,
	host: values.host,
	dataFile: values.data,
	phoneFolder: join(import.meta.dirname, 'phone', 'dist'),
});
console.log(`SANDBOX_READY ${running.url}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const)
	process.once(signal, () => void running.close().then(() => process.exit(0)));
