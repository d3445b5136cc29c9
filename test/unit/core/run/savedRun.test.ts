import type { IContextObject, IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { NoUsableResponse } from '../../../../core/http/errors';
import { SavedRun } from '../../../../core/run/savedRun';

/** What a node sees of its execution. What it leaves is in `place`, which n8n saves as JSON. */
function execution({ place = {}, type = 'heltar', mode = 'manual', items = [{ to: 1 }, { to: 2 }] } = {}) {
	const context = {
		getContext: () => place as IContextObject,
		getNode: () => ({ type, parameters: { text: 'Hello' } }),
		getMode: () => mode,
		getInputData: () => items.map((json: IDataObject) => ({ json })),
	};
	return context as unknown as IExecuteFunctions;
}
const asSaved = (place: object) => JSON.parse(JSON.stringify(place)) as typeof place;
const sent = (id: string, json: IDataObject = { outcome: 'sent' }) => ({
	ok: true as const,
	id,
	items: [{ json }],
});

test('an agent’s tool leaves nothing: in a new conversation it may mean the same message anew', () => {
	const place = {};
	const type = 'heltarTool';
	new SavedRun(execution({ place, type })).keep(0, 'content', sent('wamid.1'));
	expect(place).toEqual({});
	expect(new SavedRun(execution({ place, type, mode: 'retry' })).find(0)).toBeUndefined();
});

test('what may have been sent keeps what was said about it; what was refused is not kept', () => {
	const place = {};
	const saved = new SavedRun(execution({ place }));
	const error = new NoUsableResponse('Lost', {
		mayHaveHappened: true,
		code: 'ECONNRESET',
		advice: 'Look first',
	});
	saved.keep(0, 'content', { ok: false, outcome: 'unknown', error });
	saved.keep(1, 'content', { ok: false, outcome: 'failed', error: new Error('No') });
	const retry = new SavedRun(execution({ place: asSaved(place), mode: 'retry' }));
	const found = retry.find(0);
	expect(found).toEqual({ ok: false, outcome: 'unknown', error });
	expect((found as { error: NoUsableResponse }).error.details).toEqual(error.details);
	expect(retry.find(1)).toBeUndefined();
});

test('another item, or other content under other parameters, is not the same', () => {
	const place = {};
	new SavedRun(execution({ place })).keep(0, 'content', sent('wamid.1'));
	const retried = (items?: Array<{ to: number }>) =>
		new SavedRun(execution({ place: asSaved(place), mode: 'retry', items }));
	expect(retried().find(0)).toEqual(sent('wamid.1'));
	expect(retried([{ to: 3 }]).find(0)).toBeUndefined();
	expect(retried().find(1)).toBeUndefined();
});

test('beyond five million characters of outputs in all, an item keeps its id only', () => {
	const place = {};
	const saved = new SavedRun(execution({ place }));
	const large = sent('wamid.1', { outcome: 'sent', raw: 'x'.repeat(4_000_000) });
	saved.keep(0, 'content', large);
	saved.keep(1, 'content', { ...large, id: 'wamid.2' });
	expect(JSON.stringify(place).length).toBeLessThan(5_000_000);
	const retry = new SavedRun(execution({ place: asSaved(place), mode: 'retry' }));
	expect(retry.find(0)).toEqual(large);
	expect(retry.find(1)).toEqual(sent('wamid.2', { success: true, outcome: 'sent', id: 'wamid.2' }));
});

test('what is no JSON is never taken for the same, and does not fail a run that has sent', () => {
	const place = {};
	const circular: IDataObject = { to: 1 };
	circular.itself = circular;
	const items = [circular as { to: number }];
	const saved = new SavedRun(execution({ place, items }));
	expect(() => saved.keep(0, 'content', sent('wamid.1', circular))).not.toThrow();
	expect(new SavedRun(execution({ place, items })).find(0)).toBeUndefined();
});

test('an execution that keeps nothing is no obstacle', () => {
	const context = Object.assign(execution(), {
		getContext: () => {
			throw new Error('No execution data');
		},
	});
	const saved = new SavedRun(context);
	saved.keep(0, 'content', sent('wamid.1'));
	expect(() => saved.forget()).not.toThrow();
});
