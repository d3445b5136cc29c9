import type { IDataObject, ResourceMapperFields } from 'n8n-workflow';

import { loadInEditor } from '../editorLoad';
import { runNode } from '../harness';
import { openSandbox } from '../sandboxClient';

export const KEY = 'hk_live_sandbox';

/** Both kinds of server in use: as recorded in 2023, and as documented today. */
export const GENERATIONS = [2023, 2026] as const;

type Sandbox = Awaited<ReturnType<typeof openSandbox>>;
type Given = Pick<Parameters<typeof runNode>[0], 'items' | 'inputs' | 'node'> & { apiKey?: string };

export type Fixture = ReturnType<typeof useFixture>;

/** A sandbox of a test file's own, as new before each test, and the node that talks to it. */
export function useFixture() {
	const credentials = (apiKey = KEY) => ({ heltarApi: { apiKey, baseUrl: fixture.baseUrl } });
	const own = {
		run: async (parameters: IDataObject, { apiKey, ...given }: Given = {}) =>
			await runNode({ type: 'heltar', credentials: credentials(apiKey), parameters, ...given }),
		/** What the panel asks for, with the parameters as they stand in it. */
		inPanel: async <T>(
			kind: 'listSearch' | 'loadOptions' | 'resourceMapping',
			method: string,
			parameters: IDataObject = {},
			...args: string[]
		) =>
			await loadInEditor<T>({ type: 'heltar', kind, method, parameters, credentials: credentials(), args }),
		/** The fields the panel shows once a template and a language are chosen. */
		variableFields: async (name: string, languageCode = '') =>
			await own.inPanel<ResourceMapperFields>('resourceMapping', 'getTemplateVariables', {
				templateName: chosen(name),
				languageCode,
			}),
		/** The next calls of a path get these as the data of their answers, one after the other. */
		answerNext: async (path: string, ...data: unknown[]) => {
			for (const one of data) {
				const body = { message: 'ok', data: one };
				await fixture.fault({ kind: 'status', status: 200, body }, { path, times: 1 });
			}
		},
		/** The calls since the last time this was asked, as far as an operation decides about them. */
		wire: async () =>
			(await fixture.requests()).map(({ method, path, query, body }) => ({ method, path, query, body })),
		/** The same without looks at a template, which is read once before several people get it. */
		calls: async () => (await own.wire()).filter(({ path }) => !path.startsWith('/v1/templates/')),
		/** The message of the one call since then, which carried nothing else. */
		async sent(): Promise<IDataObject> {
			const wire = await own.wire();
			const message = wire[0]?.body.messages?.[0] as IDataObject;
			expect(wire).toEqual([
				{ method: 'POST', path: '/v1/messages/send', query: {}, body: { messages: [message] } },
			]);
			return message;
		},
	};
	// The rest is there once the sandbox runs, before the first test.
	const fixture = own as typeof own & Sandbox;
	beforeAll(async () => void Object.assign(fixture, await openSandbox()));
	afterAll(async () => await fixture.close());
	beforeEach(async () => await fixture.reset());
	return fixture;
}

/** What a locator holds after a choice from its list. */
export const chosen = (value: string) => ({ mode: 'list', value });
