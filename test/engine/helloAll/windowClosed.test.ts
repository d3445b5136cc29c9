import type { IDataObject } from 'n8n-workflow';

import { openFixture } from './fixture';

const TO = '910000000123';

let fixture: Awaited<ReturnType<typeof openFixture>>;
beforeAll(async () => {
	fixture = await openFixture();
});
afterAll(async () => await fixture.close());
beforeEach(async () => {
	await fixture.reset();
	await fixture.settings({ window: 'closed' });
});

const send = async (given: IDataObject, body = 'Hello', options: IDataObject = {}) =>
	await fixture.run(
		{
			resource: 'message',
			operation: 'sendText',
			to: TO,
			body,
			options,
			...given,
			templateName: { mode: 'list', value: 'welcome' },
			languageCode: 'en',
			specifyVariables: 'json',
			variablesJson: '[]',
		},
		[{}],
		{ onError: 'continueRegularOutput' },
	);
const types = async () => (await fixture.requests()).map(({ body }) => body.type as string);

test('a text that is refused because the window is closed is followed by the template, once', async () => {
	const { json } = await send({ whenWindowClosed: 'template' });
	expect(json).toMatchObject([{ outcome: 'sent', sentAs: 'template', to: TO }]);
	expect(await types()).toEqual(['text', 'template']);
});

test('a text that is accepted is all that is sent', async () => {
	await fixture.settings({ window: 'open' });
	const { json } = await send({ whenWindowClosed: 'template' });
	expect(json).toMatchObject([{ outcome: 'sent', sentAs: 'text' }]);
	expect(await types()).toEqual(['text']);
});

test('without the option it fails', async () => {
	const { json } = await send({});
	expect(json).toMatchObject([{ outcome: 'failed', advice: expect.stringMatching(/template/) }]);
	expect(await types()).toEqual(['text']);
});

test('another refusal is no reason for a template', async () => {
	await fixture.settings({ window: 'open' });
	await fixture.fault(
		{ kind: 'status', status: 400, body: { errors: [{ code: 1013, title: 'User is not valid' }] } },
		{ path: '/v1/messages', times: 1 },
	);
	const { json } = await send({ whenWindowClosed: 'template' });
	expect(json).toMatchObject([{ outcome: 'failed' }]);
	expect(await types()).toEqual(['text']);
});

test('a template that is refused, too, is the failure that is told', async () => {
	await fixture.fault({ kind: 'status', status: 400 }, { path: '/v1/messages', after: 1, times: 1 });
	const { json } = await send({ whenWindowClosed: 'template' });
	expect(json).toMatchObject([{ outcome: 'failed' }]);
	expect(await types()).toEqual(['text', 'template']);
});

test('a text of several parts is one template, when nothing of it was sent', async () => {
	const { json } = await send({ whenWindowClosed: 'template' }, 'word '.repeat(2000), { longText: 'split' });
	expect(json).toMatchObject([{ outcome: 'sent', sentAs: 'template' }]);
	expect(await types()).toEqual(['text', 'template']);
});
