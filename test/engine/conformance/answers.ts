import type { IDataObject } from 'n8n-workflow';

import { useJumpingClock } from '../../jumpingClock';
import type { TestedProvider } from '../../providers';
import { credentialsFor } from '../../providers';
import { runNode } from '../harness';
import type { Reply } from '../provider';
import { startProvider } from '../provider';
import { operationsOf } from './operations';

const PAGE: Reply = {
	headers: { 'content-type': 'text/html' },
	body: '<!doctype html><html><title>Sign in</title><form>Password</form></html>',
};

/** What becomes of a call that is answered with no success, by what the call does. */
interface Row {
	reply: Reply;
	sends: 'failed' | 'unknown';
}

/** No operation takes anything but a success for one, and none that may have been done is done again. */
export function describeAnswers(provider: TestedProvider): void {
	const { table, contract, type } = provider;
	const operations = operationsOf(provider).filter(
		([id]) =>
			id in table.minimalParameters && !table.apart.includes(id) && !table.lacks?.operations.includes(id),
	);
	const rows: Record<string, Row> = {
		'a redirect to another address': {
			reply: { status: 302, headers: { location: '/sign-in' } },
			sends: 'failed',
		},
		'a redirect that says where the result is': {
			reply: { status: 303, headers: { location: '/done' } },
			sends: 'unknown',
		},
		'a page with status 200': { reply: PAGE, sends: 'unknown' },
		'an error with status 200': { reply: { body: table.errorAsSuccess }, sends: 'failed' },
		'a request the server gave up on': { reply: { status: 408 }, sends: 'unknown' },
		'a broken server': { reply: { status: 502, body: '<h1>Bad Gateway</h1>' }, sends: 'unknown' },
	};
	const usual = Object.values(contract.endpoints).map(({ route }) => route);
	const inStyles = Object.values(contract.styles ?? {}).flatMap((calls) => Object.values(calls));
	const routes = [
		...usual,
		...inStyles.map((call) => (typeof call === 'object' && 'route' in call ? call.route : call)),
	];
	useJumpingClock();

	let reply: Reply;
	let server: Awaited<ReturnType<typeof startProvider>>;
	beforeAll(async () => {
		server = await startProvider(() => reply);
	});
	const run = async (id: string) => {
		const [resource, operation] = id.split('.');
		return await runNode({
			type,
			credentials: credentialsFor(provider, server.url),
			parameters: {
				resource,
				operation,
				...table.minimalParameters[id],
				...table.reads?.[id],
			} as IDataObject,
			items: [{ ...table.item }],
			node: { onError: 'continueRegularOutput', retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
		});
	};

	describe.each(Object.entries(rows))('%s', (_name, row) => {
		const concerned = operations.filter(([id]) => row.reply !== PAGE || !table.takesPages?.includes(id));
		test.each(concerned)('is no success of %s', async (id, { effect }) => {
			reply = row.reply;
			server.calls();
			const { json, error } = await run(id);
			const calls = server.calls();
			expect(error).toBeUndefined();
			expect(json).toHaveLength(1);
			expect(json[0].error).toEqual(expect.any(String));
			const { method, endpoint } = json[0].details as IDataObject;
			expect(routes).toContain(`${method as string} ${endpoint as string}`);
			// Some look before they do something, and then the look has failed.
			const [first] = calls;
			const looks = effect !== 'read' && first.method === 'GET';
			expect(json[0].outcome).toBe(effect === 'read' || looks ? 'failed' : row.sends);
			if (json[0].outcome === 'unknown') expect(calls).toHaveLength(1);
		});
	});
}
