import { helloAll } from '../../../../nodes/HelloAll/provider';
import { conformance } from '../conformance';
import { openFixture, runAt } from './fixture';

/** What an account of style `meta` cannot do while an ID is missing in its credential. */

let fixture: Awaited<ReturnType<typeof openFixture>>;
beforeAll(async () => {
	fixture = await openFixture();
});
afterAll(async () => await fixture.close());

test.each([
	['message', 'typing', { message_id: 'wamid.A1' }, { phoneNumberId: '' }, 'Phone Number ID'],
	['message', 'markRead', { message_id: 'wamid.A1' }, { phoneNumberId: '' }, 'Phone Number ID'],
	['phoneNumber', 'get', {}, { phoneNumberId: '' }, 'Phone Number ID'],
	['template', 'delete', { templateName: { mode: 'id', value: 'welcome' } }, { wabaId: '' }, 'WABA ID'],
])(
	'%s.%s names the ID that is missing, before any call',
	async (resource, operation, more, account, label) => {
		const { error } = await runAt(fixture.baseUrl, account)({ resource, operation, ...more });
		expect(error?.message).toBe(`This operation needs the ${label}, which is empty in the credential`);
		expect(await fixture.requests()).toEqual([]);
	},
);

test('a call of /api/meta by an account of style v1 carries its key as a token, and never an empty one', async () => {
	await runAt(fixture.baseUrl, { apiStyle: 'v1', accessToken: '' })({
		resource: 'custom',
		operation: 'apiCall',
		path: '/api/meta/v19.0/100000000000001',
	});
	const [{ headers }] = await fixture.requests();
	expect(headers.authorization).toMatch(/^Bearer \S+$/);
	expect(headers['api-key']).toBeUndefined();
});

/** What the conformance suite runs with accounts of both styles, and finds refused. */
test('operations that one style alone has say so', () => {
	const described = helloAll.resources.flatMap((resource) =>
		resource.operations.map(({ value, description }) => [`${resource.value}.${value}`, description] as const),
	);
	const naming = (style: string) =>
		described.filter(([, description]) => description.includes(`API style ${style}`)).map(([id]) => id);
	const [cloud] = conformance.styles ?? [];
	expect(naming('Cloud').sort()).toEqual(conformance.lacks?.operations.toSorted());
	expect(naming('Classic').sort()).toEqual(cloud?.lacks?.operations.toSorted());
});
