import { messages } from './messageTable';
import { openSender } from './sender';

const A = '919800000101';

let sandbox: Awaited<ReturnType<typeof openSender>>;
beforeAll(async () => {
	sandbox = await openSender();
});
afterAll(async () => await sandbox.close());

describe.each([2026, 2023])('as the account of %s answers', (generation) => {
	beforeEach(async () => {
		await sandbox.reset();
		await sandbox.settings({ generation });
	});

	test.each(messages)('%s goes out exactly as documented', async (operation, parameters, entry) => {
		const { json, error } = await sandbox.run({
			operation,
			clientWaNumber: '+91 98000 00101',
			...parameters,
		});
		expect(error).toBeUndefined();
		expect(await sandbox.sent()).toEqual({ clientWaNumber: A, ...entry });
		expect(json).toMatchObject([
			{ success: true, outcome: 'sent', clientWaNumber: A, wamid: expect.stringMatching(/^wamid\./) },
		]);
		expect(await sandbox.conversation(A)).toMatchObject([{ direction: 'out' }]);
	});
});

describe('a message', () => {
	beforeEach(async () => await sandbox.reset());

	test.each(messages.map(([operation, parameters]) => [operation, parameters] as const))(
		'%s can be a reply, carry a reference and custom data, or be a private note',
		async (operation, parameters) => {
			await sandbox.run({
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
			expect(await sandbox.sent()).toMatchObject({
				clientWaNumber: A,
				contextId: 'wamid.QUOTED',
				refId: 'run-17',
				isPrivate: true,
				integrations: [{ name: 'metaCustomFieldHook', customField: { ticket: 'T-5' } }],
			});
		},
	);
});
