import type { IDataObject } from 'n8n-workflow';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { runNode } from '../harness';
import type { Reply } from '../provider';
import { startProvider } from '../provider';
import { readings } from './savedResponseTable';

interface Saved {
	request: string;
	example: string;
	status: number;
	body: IDataObject;
}

const FILE = join(__dirname, '../../fixtures/heltar/savedResponses.json');
const saved = (JSON.parse(readFileSync(FILE, 'utf8')) as Saved[]).map(
	({ request, example, ...reply }) => [`${request} / ${example}`, reply] as const,
);

let reply: Reply;
let provider: Awaited<ReturnType<typeof startProvider>>;
beforeAll(async () => {
	provider = await startProvider(() => reply);
});

test('there is a reading for each of the 28 answers', () => {
	expect(saved).toHaveLength(28);
	expect(Object.keys(readings)).toEqual(saved.map(([name]) => name));
});

test.each(saved)('%s', async (name, answer) => {
	const { before, call, operation, parameters, items = [{}], output, refusal } = readings[name];
	const [resource, what] = operation.split('.');
	reply = answer;
	const { json, error } = await runNode({
		type: 'heltar',
		credentials: { heltarApi: { apiKey: 'hk_live_sandbox', baseUrl: provider.url } },
		parameters: { resource, operation: what, ...parameters },
		items,
	});
	const calls = provider.calls().map(({ method, url }) => `${method} ${url}`);
	expect(new Set(calls)).toEqual(new Set([...(before === undefined ? [] : [before]), call]));
	expect(error?.message).toBe(refusal);
	expect(json).toEqual(output(answer.body.data as never));
});
