import { startProvider } from '../provider';
import type { Reply } from '../provider';
import { openFixture, runAt } from './fixture';

const about = { resource: 'profile', operation: 'updateAbout', text: 'Open 9 to 18' };
const mediaOf = (operation: string, id = '={{ $json.id }}') => ({ resource: 'media', operation, id });

describe('where only the second way exists', () => {
	let fixture: Awaited<ReturnType<typeof openFixture>>;
	beforeAll(async () => {
		fixture = await openFixture();
		await fixture.settings({ dialect: 'literal' });
	});
	afterAll(async () => await fixture.close());

	test('it is found once and used for the rest of the run', async () => {
		await fixture.requests();
		const { json } = await fixture.run(about, [{}, {}, {}]);
		expect(json).toHaveLength(3);
		expect((await fixture.requests()).map(({ path }) => path)).toEqual([
			'/v1/settings/profile/about',
			'/v1/configs/settings/business/profile',
			'/v1/configs/settings/business/profile',
			'/v1/configs/settings/business/profile',
		]);
	});

	test('the next run looks again', async () => {
		await fixture.run(about);
		expect(await fixture.requests()).toHaveLength(2);
	});

	test('the compliance update ends there, explained, and nothing is read in its place', async () => {
		const reach = { email: 'care@example.com', mobile_number: '+919800000000' };
		const { error } = await fixture.run({
			resource: 'compliance',
			operation: 'update',
			entity_name: 'Example Stores Pvt Ltd',
			entity_type: 'Private Company',
			customer_care_details: reach,
			grievance_officer_details: { name: 'Ravi Menon', ...reach },
		});
		expect(error?.message).toMatch(/did not accept the compliance data/);
		expect(error?.description).toMatch(/GET request with a body for this, which n8n cannot send/);
		expect(error?.description).toContain('Tried: POST /v1/settings/business/compliance_info');
		expect((await fixture.requests()).map(({ method }) => method)).toEqual(['POST']);
	});

	test.each([
		['message', 'markRead', { message_id: 'wamid.1' }],
		['template', 'delete', { templateName: 'welcome' }],
	])('%s %s is said not to be offered', async (resource, operation, values) => {
		const { error } = await fixture.run({ resource, operation, ...values });
		expect(error?.message).toMatch(/^Your Hello All account does not support /);
		expect(await fixture.requests()).toHaveLength(1);
	});
});

describe('the next way is tried', () => {
	/** By path, without its query. */
	let replies: Record<string, Reply> = {};
	let provider: Awaited<ReturnType<typeof startProvider>>;
	beforeAll(async () => {
		provider = await startProvider(({ url }) => replies[url.replace(/\?.*/, '')] ?? { status: 404 });
	});
	const run = async (...given: Parameters<ReturnType<typeof runAt>>) => await runAt(provider.url)(...given);
	const tried = () => provider.calls().map(({ method, url }) => `${method} ${url}`);

	test.each([404, 405])('after %i, without looking at the body', async (status) => {
		replies = {
			'/v1/media.php': { status, body: { success: true } },
			'/v1/media/m%2F1': { status: 200 },
		};
		expect((await run(mediaOf('delete', 'm/1'))).json).toEqual([{ deleted: true }]);
		expect(tried()).toEqual(['DELETE /v1/media.php?id=m%2F1', 'DELETE /v1/media/m%2F1']);
	});

	test.each([400, 401, 402, 403, 409, 422, 301])('not after %i', async (status) => {
		replies = { '/v1/media.php': { status }, '/v1/media/7': { status: 200 } };
		expect((await run(mediaOf('delete', '7'))).error).toBeDefined();
		expect(tried()).toEqual(['DELETE /v1/media.php?id=7']);
	});

	test('not after a 2xx that speaks of 404', async () => {
		replies = { '/v1/media.php': { body: { meta: { success: false, http_code: 404 } } }, '/v1/media/7': {} };
		expect((await run(mediaOf('delete', '7'))).error).toBeDefined();
		expect(tried()).toEqual(['DELETE /v1/media.php?id=7']);
	});

	test('not after a server error, which leaves open what happened', async () => {
		replies = { '/v1/media.php': { status: 503 }, '/v1/media/7': {} };
		const { json } = await run(mediaOf('delete', '7'), [{}], { onError: 'continueRegularOutput' });
		expect(json).toMatchObject([{ outcome: 'unknown' }]);
		expect(tried()).toEqual(['DELETE /v1/media.php?id=7']);
	});

	test('until none is left: then the first one’s words stand, with the paths', async () => {
		replies = {
			'/v1/media.php': { status: 404, body: { errors: [{ code: 1006, title: 'No such file' }] } },
			'/v1/media/7': { status: 405, body: { message: 'Method not allowed' } },
		};
		const { error } = await run(mediaOf('download', '7'));
		expect(error?.message).toBe('No such file');
		expect(error?.description).toContain('Tried: GET /v1/media.php, GET /v1/media/{id}.');
		expect(tried()).toEqual(['GET /v1/media.php?id=7', 'GET /v1/media/7']);
	});

	test('and where the first worked once, a later 404 means just that', async () => {
		let count = 0;
		const fickle = await startProvider(({ url }) =>
			url.startsWith('/v1/media.php') && ++count === 1 ? {} : { status: 404 },
		);
		await runAt(fickle.url)(mediaOf('delete'), [{ id: '1' }, { id: '2' }]);
		expect(fickle.calls().map(({ url }) => url)).toEqual(['/v1/media.php?id=1', '/v1/media.php?id=2']);
	});

	test.each([
		['sendDocument', { link: 'https://files.example.com/a.pdf' }],
		['sendText', { body: 'Hello' }],
	])('never for %s: it has one way only', async (operation, values) => {
		replies = {};
		const { error } = await run({ resource: 'message', operation, to: '910000000123', ...values });
		expect(error).toBeDefined();
		expect(tried()).toEqual(['POST /v1/messages']);
	});
});
