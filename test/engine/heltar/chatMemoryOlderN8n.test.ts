import { useMemory } from './memoryFixture';

/** What Node says on an n8n that has no SDK for AI nodes. Whatever loads the SDK with the node, instead of when it is needed, fails here. */
jest.mock('@n8n/ai-node-sdk', () => {
	throw Object.assign(new Error("Cannot find module '@n8n/ai-node-sdk'"), { code: 'MODULE_NOT_FOUND' });
});

const fixture = useMemory();

test('on an older n8n the memory says what it needs, and nothing is read', async () => {
	const { error, memory } = await fixture.remember([{ id: 'wamid.a', from: '919800000101' }]);
	expect(memory).toBeUndefined();
	expect(error?.message).toMatch(/^Heltar Chat Memory needs n8n 2\.20 or newer/);
	expect(error?.description).toMatch(/^Update n8n\. /);
	expect(await fixture.requests()).toEqual([]);
});
