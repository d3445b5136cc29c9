import type { IDataObject } from 'n8n-workflow';

import { useFixture } from './fixture';

const FLOW = '884112233445566';
const [ASHA, DANA] = ['919800000101', '447700900123'];

const fixture = useFixture();

const run = async (parameters: IDataObject = {}) =>
	await fixture.run({ resource: 'message', operation: 'getFlowResponses', flowId: FLOW, ...parameters });

/** A customer sends a form. */
const answer = async (from: string, response: string) =>
	await fixture.post('/heltar/inbound', {
		from,
		message: {
			type: 'interactive',
			interactive: {
				type: 'nfm_reply',
				nfm_reply: { name: 'flow', body: 'Sent', response_json: response },
			},
		},
	});

const byContact = (json: IDataObject[]) =>
	json.toSorted((a, b) => String(a.clientWaNumber).localeCompare(String(b.clientWaNumber)));

test('what customers filled in comes as fields, with the token apart', async () => {
	await answer(ASHA, JSON.stringify({ flow_token: `${FLOW}-order-7`, guests: '4', tags: ['a'] }));
	await answer(DANA, JSON.stringify({ flow_id: FLOW, guests: '2' }));
	await answer(DANA, JSON.stringify({ flow_token: 'of another form', guests: '3' }));
	const { json, error } = await run({ returnAll: true });
	expect(error).toBeUndefined();
	const reply = { name: 'flow', body: 'Sent' };
	expect(byContact(json)).toEqual([
		{ clientWaNumber: DANA, ...reply, response: { flow_id: FLOW, guests: '2' } },
		{
			clientWaNumber: ASHA,
			...reply,
			flowToken: `${FLOW}-order-7`,
			response: { guests: '4', tags: ['a'] },
		},
	]);
	expect(await fixture.wire()).toEqual([
		{ method: 'GET', path: `/v1/messages/flow-id/${FLOW}`, query: {}, body: null },
	]);

	expect((await run({ limit: 1 })).json).toHaveLength(1);
	const { json: raw } = await run({ simplify: false });
	expect(byContact(raw)[1]).toEqual({
		clientWaNumber: ASHA,
		interactive: {
			type: 'nfm_reply',
			nfm_reply: { ...reply, response_json: expect.stringContaining('order-7') },
		},
	});
});

test('an answer that is no JSON stays the text it is', async () => {
	await answer(ASHA, `see ${FLOW}`);
	expect((await run()).json).toMatchObject([{ clientWaNumber: ASHA, response: `see ${FLOW}` }]);
});

test.each<[string, unknown, unknown]>([
	['nothing in it', { interactive: { nfm_reply: {} } }, null],
	['no reply', { interactive: null }, null],
	['an object already', { interactive: { nfm_reply: { response_json: { a: 1 } } } }, { a: 1 }],
])('an answer with %s is an item, too', async (_what, entry, response) => {
	await fixture.answerNext(`/v1/messages/flow-id/${FLOW}`, [entry]);
	expect((await run()).json).toEqual([expect.objectContaining({ response })]);
});

test('a form nobody answered has none', async () => {
	const { json, error } = await run();
	expect([json, error]).toEqual([[], undefined]);
});
