import type { IDataObject } from 'n8n-workflow';

import { Heltar } from '../../../nodes/Heltar/Heltar.node';
import { heltar } from '../../../nodes/Heltar/provider';
import { loadInEditor } from '../editorLoad';
import { minimalParameters } from './minimalParameters';
import { useFixture } from './fixture';

const fixture = useFixture();

const WHERE = 'Keys are made in Heltar under Settings → API Key.';
const picked = (scope: string) =>
	`The key is valid but lacks a scope. Use a Full-access key, or one with the scope ${scope}. ${WHERE}`;
const preset = (kinds: string) => (scope: string) =>
	`The key is valid but lacks a scope. Use ${kinds}, as ${scope} cannot be picked by itself. ${WHERE}`;
const [READ, WRITE] = ['a Full-access key or a Read-only one', 'a Full-access key'];

/** By the scope Heltar wants: an operation of the area, and what to do without it (Heltar API, "Authentication: scopes"). */
const areas: Record<string, [operation: string, advice: (scope: string) => string]> = {
	'messages:read': ['message.getMany', picked],
	'messages:write': ['message.sendText', picked],
	'clients:read': ['contact.get', picked],
	'clients:write': ['contact.assignBot', picked],
	'templates:read': ['template.getMany', picked],
	'templates:write': ['template.create', picked],
	'campaigns:read': ['campaign.get', picked],
	'campaigns:write': ['campaign.send', picked],
	'schedule:write': ['schedule.message', picked],
	'chatbots:read': ['chatbot.getMany', picked],
	'chatbots:write': ['chatbot.talk', picked],
	'journeys:write': ['journey.sendEvent', picked],
	'calls:read': ['call.getMany', picked],
	'calls:write': ['call.initiate', picked],
	'voice-calls:read': ['call.getRecord', preset(READ)],
	'auth:read': ['employee.getMany', preset(READ)],
	'business:read': ['attribute.getMany', preset(READ)],
	'business:write': ['webhook.upsert', preset(WRITE)],
};

async function run(id: string, scopes: string[]) {
	const [resource, operation] = id.split('.');
	const apiKey = await fixture.key({ scopes });
	return await fixture.run({ resource, operation, ...minimalParameters[id] }, { apiKey });
}

/** Everything an account can pick, but for this. */
const others = (scope: string) =>
	['messages', 'clients', 'templates', 'campaigns', 'chatbots', 'schedule', 'journeys', 'calls']
		.flatMap((area) => [`${area}:read`, `${area}:write`])
		.filter((one) => one !== scope);

test.each(Object.entries(areas))(
	'a key without %s is told of it, and what to do',
	async (scope, [id, advice]) => {
		const { error, outputs } = await run(id, others(scope));
		expect(error?.message).toBe(`API key does not have the required scope (${scope})`);
		expect(error?.description).toBe(advice(scope));
		expect(outputs.flat()).toEqual([]);
		expect(await fixture.requests()).toHaveLength(1);
	},
);

/** A file is fetched before Heltar is asked; a call of one's own says what was called. */
const apart = ['media.download', 'media.upload', 'message.sendAndWait', 'template.uploadSample'];
const everyOperation = heltar.resources
	.flatMap(({ value, operations }) => operations.map((operation) => `${value}.${operation.value}`))
	.filter((id) => !apart.includes(id));

test.each(everyOperation)('%s without any scope names the one it needs', async (id) => {
	const { error } = await run(id, ['nothing:read']);
	const [, scope] = /\((.+)\)$/.exec(error?.message ?? '') ?? [];
	expect(scope).toMatch(/^[a-z-]+:(read|write)$/);
	expect(error?.description).toContain(scope);
	expect(error?.description).toContain(WHERE);
});

test('the lists in the editor name it as well', async () => {
	const apiKey = await fixture.key({ scopes: ['clients:*'] });
	const load = loadInEditor({
		type: new Heltar().description.name,
		kind: 'listSearch',
		method: 'searchChatbots',
		credentials: { heltarApi: { apiKey, baseUrl: fixture.baseUrl } },
	});
	await expect(load).rejects.toMatchObject({
		message: 'API key does not have the required scope (chatbots:read)',
		description: picked('chatbots:read'),
	});
});

test.each<[string, IDataObject, string]>([
	['in other words', { errorMessage: 'Insufficient scope' }, 'The key is valid but lacks a scope.'],
	[
		'for something else',
		{ errorMessage: 'This call is not yours' },
		'The key is valid but may lack a scope.',
	],
])('a refusal %s names the scope of the call', async (_name, body, what) => {
	await fixture.fault({ kind: 'status', status: 403, body: { errorType: 'Forbidden', ...body } });
	const { error } = await run('call.getRecord', ['*']);
	expect(error?.message).toBe(body.errorMessage);
	expect(error?.description).toBe(
		`${what} Use ${READ}, as voice-calls:read cannot be picked by itself. ${WHERE}`,
	);
});
