import type { Fixture } from './environment';
import { byHand, openFixture, sendText } from './environment';

const CUSTOMER = '447700900201';

describe('a workflow that sends a text with Heltar', () => {
	let fixture: Fixture;
	beforeAll(async () => {
		fixture = await openFixture('heltar');
		// Free-form messages need an open 24-hour window: the customer has written before.
		await fixture.control.inbound({
			from: CUSTOMER,
			name: 'Ben',
			message: { type: 'text', text: { body: 'Are you open?' } },
		});
	});

	it('puts the documented JSON on the wire and gives the result to the next node', async () => {
		const before = await fixture.control.requests();
		const workflow = await fixture.api.createWorkflow(
			byHand('Sends a text', sendText(fixture.credential, '+44 7700-900 201', 'We open at nine.')),
		);
		const execution = await fixture.api.run(workflow, 'Start');

		expect(execution.status).toBe('success');
		const [item] = execution.data.resultData.runData.Act[0].data?.main[0] ?? [];
		expect(item.json).toMatchObject({ success: true, outcome: 'sent', clientWaNumber: CUSTOMER });
		expect(item.json.wamid).toMatch(/^wamid\./);
		expect(item.pairedItem).toEqual({ item: 0 });

		const requests = await fixture.control.requests(before.at(-1)?.seq);
		expect(requests).toHaveLength(1);
		expect(requests[0]).toMatchObject({
			method: 'POST',
			path: expect.stringMatching(/\/v1\/messages\/send$/),
		});
		expect(requests[0].query).toEqual({});
		expect(requests[0].body).toEqual({
			messages: [{ clientWaNumber: CUSTOMER, messageType: 'text', message: 'We open at nine.' }],
		});

		const conversation = await fixture.control.conversation(CUSTOMER);
		expect(conversation.at(-1)).toMatchObject({ direction: 'out', type: 'text', text: 'We open at nine.' });
	});

	it('refuses wrong input before any request, naming item and field', async () => {
		const before = await fixture.control.requests();
		const workflow = await fixture.api.createWorkflow(
			byHand('Sends to nobody', sendText(fixture.credential, '07700 900201', 'Hello')),
		);
		const execution = await fixture.api.run(workflow, 'Start');

		expect(execution.status).toBe('error');
		const error = execution.data.resultData.runData.Act[0].error;
		expect(`${error?.message} ${error?.description}`).toMatch(/country code/i);
		expect(error?.context).toMatchObject({ itemIndex: 0 });
		expect(await fixture.control.requests(before.at(-1)?.seq)).toEqual([]);
	});
});
