import type { IDataObject } from 'n8n-workflow';

import { messages as usual } from './messageTable';
import { newerMessages } from './newerMessageTable';
import { GENERATIONS, useFixture } from './fixture';

const A = '919800000101';
const messages = [...usual, ...newerMessages];

const fixture = useFixture();

const run = async (parameters: IDataObject, items?: IDataObject[]) =>
	await fixture.run({ resource: 'message', ...parameters }, { items });

describe.each(GENERATIONS)('generation %i', (generation) => {
	beforeEach(async () => void (await fixture.settings({ generation })));

	test.each(messages)('%s goes out exactly as documented', async (operation, parameters, entry) => {
		const { json, error } = await run({
			operation,
			clientWaNumber: '+91 98000 00101',
			...parameters,
		});
		expect(error).toBeUndefined();
		expect(await fixture.sent()).toEqual({ clientWaNumber: A, ...entry });
		expect(json).toMatchObject([
			{ success: true, outcome: 'sent', clientWaNumber: A, wamid: expect.stringMatching(/^wamid\./) },
		]);
		expect(await fixture.conversation(A)).toMatchObject([{ direction: 'out' }]);
	});

	test.each(messages)(
		'%s can be a reply, carry a reference and custom data, or be a private note',
		async (operation, parameters, entry) => {
			await run({
				operation,
				clientWaNumber: A,
				...parameters,
				options: {
					contextId: 'wamid.QUOTED',
					refId: 'run-17',
					isPrivate: true,
					customField: '{"ticket": "T-5"}',
				},
			});
			expect(await fixture.sent()).toEqual({
				clientWaNumber: A,
				...entry,
				contextId: 'wamid.QUOTED',
				refId: 'run-17',
				isPrivate: true,
				integrations: [{ name: 'metaCustomFieldHook', customField: { ticket: 'T-5' } }],
			});
		},
	);
});
