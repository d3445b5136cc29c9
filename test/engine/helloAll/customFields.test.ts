import type { INodeListSearchResult } from 'n8n-workflow';

import { useEditor } from './editorFixture';

const { load } = useEditor();

test('a custom field is picked from the list', async () => {
	const { results } = await load<INodeListSearchResult>('listSearch', 'searchCustomFields', {}, ['i']);
	expect(results).toEqual([
		{ name: 'Birthday', value: 'cf_birthday' },
		{ name: 'City', value: 'cf_city' },
	]);
});
