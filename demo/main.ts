/**
 * The demo: a sandbox and a real n8n, wired and running. Stays until Ctrl-C; with --check it holds a conversation
 * for each provider and each of its API styles, and ends.
 */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { holdConversation, holdConversationInStyle } from './check.ts';
import type { Verdict } from './check.ts';
import { readGuide, START_HERE } from './exampleGuide.ts';
import type { GuideRow } from './exampleGuide.ts';
import { isFree } from './freePort.ts';
import { makeWay } from './makeWay.ts';
import type { FirstTry } from './makeWay.ts';
import { PROVIDERS } from './providers.ts';
import { tellWorkflowNames } from './workflowNames.ts';
import { LAZY_EXPRESSIONS, OWNER, setUpExamples, startEnvironment } from './environment.ts';
import type { Environment } from './environment.ts';

const ROOT = join(import.meta.dirname, '..');
/** The ports people expect; others when these are taken. */
const USUAL_PORTS = { n8n: 5678, sandbox: 4010 };

interface Options {
	check: boolean;
	port?: number;
	sandboxPort?: number;
	keep?: string;
}

function portFrom(option: string, text: string | undefined): number | undefined {
	if (text === undefined) return undefined;
	const port = Number(text);
	if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`--${option} ${text}: not a port`);
	return port;
}

function readOptions(): Options {
	const { values } = parseArgs({
		options: {
			check: { type: 'boolean', default: false },
			port: { type: 'string' },
			'sandbox-port': { type: 'string' },
			keep: { type: 'string' },
		},
	});
	return {
		check: values.check,
		port: portFrom('port', values.port),
		sandboxPort: portFrom('sandbox-port', values['sandbox-port']),
		keep: values.keep && resolve(values.keep),
	};
}

async function usualPorts(options: Options): Promise<Options> {
	if (options.check) return options;
	const usual = async (port: number) => ((await isFree(port)) ? port : undefined);
	return {
		...options,
		port: options.port ?? (await usual(USUAL_PORTS.n8n)),
		sandboxPort: options.sandboxPort ?? (await usual(USUAL_PORTS.sandbox)),
	};
}

/** One conversation for each provider and each of its API styles; the answer is the line `--check` ends with. */
async function checkAll(
	environment: Environment,
	signal: AbortSignal,
): Promise<{ ok: boolean; line: string }> {
	const verdicts: Record<string, Verdict> = {};
	for (const provider of PROVIDERS) {
		verdicts[provider.name] = await holdConversation(provider, environment.sandboxUrl, signal);
		for (const style of provider.styles ?? []) {
			verdicts[style.name] = await holdConversationInStyle(provider, style, environment, ROOT, signal);
		}
	}
	const ok = Object.values(verdicts).every(({ replied }) => replied);
	if (!ok) console.error(`n8n's log:\n${await readFile(environment.n8n.logFile, 'utf8')}`);
	return { ok, line: JSON.stringify({ ok, ...verdicts }) };
}

const pad = (rows: string[][]): string => {
	const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => row[at].length)));
	return rows
		.map((row) => `  ${row.map((cell, at) => cell.padEnd(widths[at])).join('  ')}`.trimEnd())
		.join('\n');
};

/** Markdown as it is read on a terminal. */
const plain = (text: string) => text.replace(/[_`]/g, '');

/** What to publish for what, a line each. */
const choices = (guide: GuideRow[], published: string[]): string =>
	pad(guide.filter(({ name }) => !published.includes(name)).map(({ name, tryIt }) => [name, plain(tryIt)]));

/** Published in a run before, with --keep, and published still. */
function othersPublished(published: string[], firstTries: FirstTry[]): string {
	const others = published.filter((name) => !firstTries.some(({ workflow }) => workflow.name === name));
	return others.length === 0 ? '' : `Published by you: ${others.map((name) => `"${name}"`).join(', ')}\n`;
}

/** @param published names of all workflows that are published */
function explain(
	{ n8n, sandboxUrl }: Environment,
	firstTries: FirstTry[],
	guide: GuideRow[],
	published: string[],
): void {
	const [{ sandboxPath, customerWrites }] = PROVIDERS;
	const body = JSON.stringify(customerWrites);
	const first = firstTries.map(({ provider: { label, customerWrites: by, happens }, workflow }) => [
		`${label}: be ${by.name}, write ${(by.message.text as { body: string }).body}`,
		`${happens} (workflow "${workflow.name}")`,
	]);
	console.log(`
n8n       ${n8n.url}
          sign in as ${OWNER.email}, password ${OWNER.password}
phone     ${sandboxUrl}/phone/
n8n's log ${n8n.logFile}

Try first, on the phone page:
${first.length > 0 ? pad(first) : '  whatever you published before'}
${othersPublished(published, firstTries)}All other examples are in n8n, and off. Open the one you want and do this:
${choices(guide, published)}
In n8n, "${START_HERE}" says the same, with what each of them shows. When you publish a workflow that answers
the same messages, an example or one of your own, the demo unpublishes those of the first try.
Without the phone page:
  curl -X POST ${sandboxUrl}/_sandbox/${sandboxPath}/inbound -H 'Content-Type: application/json' -d '${body}'
  curl ${sandboxUrl}/_sandbox/${sandboxPath}/conversations/${customerWrites.from}
Ctrl-C stops everything.
`);
	console.log(`DEMO_READY editor=${n8n.url} phone=${sandboxUrl}/phone/ sandbox=${sandboxUrl}`);
}

const tellOfWay = (unpublished: string, other: string) =>
	console.log(`"${other}" is published, so "${unpublished}" is off now: nobody gets two answers.`);

async function main(): Promise<void> {
	const stopped = new AbortController();
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopped.abort());

	const options = await usualPorts(readOptions());
	console.log('Starting the sandbox and n8n (about 10 s, longer the first time) …');
	const environment = await startEnvironment({
		root: ROOT,
		...options,
		settings: LAZY_EXPRESSIONS,
		signal: stopped.signal,
	});
	let verdict: { ok: boolean; line: string } | undefined;
	try {
		const firstTries = await setUpExamples(environment, ROOT, options.check);
		if (options.check) {
			verdict = await checkAll(environment, stopped.signal);
		} else {
			const published = (await environment.api.workflows()).filter(({ active }) => active);
			explain(
				environment,
				firstTries,
				await readGuide(ROOT),
				published.map(({ name }) => name),
			);
			const { api, sandboxUrl } = environment;
			const [{ sandboxPath }] = PROVIDERS;
			const watching = [
				makeWay(api, firstTries, tellOfWay, stopped.signal),
				tellWorkflowNames(api, { sandboxUrl, provider: sandboxPath }, stopped.signal),
			];
			if (!stopped.signal.aborted) await once(stopped.signal, 'abort');
			console.log('Stopping …');
			await Promise.all(watching);
		}
	} finally {
		await environment.stop();
	}
	if (!verdict) return;
	if (!verdict.ok) process.exitCode = 1;
	console.log(verdict.line);
}

main().catch((error: Error) => {
	process.exitCode = 1;
	if (error.name === 'AbortError') return;
	console.error(error.message);
	if (process.argv.includes('--check'))
		console.log(JSON.stringify({ ok: false, missing: error.message.split('\n')[0] }));
});
