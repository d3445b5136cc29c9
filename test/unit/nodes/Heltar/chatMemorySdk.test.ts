import { loadSdk } from '../../../../nodes/Heltar/chatMemory/sdk';

const NEEDS = /needs n8n 2\.20 or newer/;
const failing = (code?: string) => async () => {
	throw Object.assign(new Error('Cannot find it'), { code });
};

test('n8n’s SDK as it is today has what the memory needs', async () => {
	expect(await loadSdk()).toHaveProperty('supplyMemory', expect.any(Function));
});

test.each(['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND'])('an n8n without it is too old (%s)', async (code) => {
	await expect(loadSdk(failing(code))).rejects.toThrow(NEEDS);
});

test('so is one whose SDK has no memories', async () => {
	await expect(loadSdk(async () => ({ supplyModel: () => {} }))).rejects.toThrow(NEEDS);
});

test('an SDK that is there and does not load is told as it is', async () => {
	await expect(loadSdk(failing())).rejects.toThrow('Cannot find it');
});
