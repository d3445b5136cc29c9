import type * as N8nWorkflow from 'n8n-workflow';

/* Nodes that wait do so by this `sleep`; a test file can have it take no time (jumpingClock.ts). */
jest.mock('n8n-workflow', () => {
	const actual = jest.requireActual<typeof N8nWorkflow>('n8n-workflow');
	const { sleepOr } = jest.requireActual<typeof import('../jumpingClock')>('../jumpingClock');
	return { ...actual, sleep: sleepOr(actual.sleep) };
});
