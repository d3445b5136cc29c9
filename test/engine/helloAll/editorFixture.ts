import type { IDataObject } from 'n8n-workflow';

import { loadInEditor } from '../editorLoad';
import { KEY, openFixture } from './fixture';

/** A sandbox of a test file's own, the node that talks to it, and what the editor loads from it. */
export function useEditor() {
	// What it holds is there once the sandbox runs, before the first test.
	const fixture = {} as Awaited<ReturnType<typeof openFixture>>;
	beforeAll(async () => void Object.assign(fixture, await openFixture()));
	afterAll(async () => await fixture.close());

	const load = async <T>(
		kind: 'listSearch' | 'loadOptions' | 'resourceMapping',
		method: string,
		parameters: IDataObject = {},
		args: string[] = [],
	) =>
		await loadInEditor<T>({
			type: 'helloAll',
			kind,
			method,
			parameters,
			args,
			credentials: { helloAllApi: { apiKey: KEY, baseUrl: fixture.baseUrl } },
		});

	return { fixture, load };
}
