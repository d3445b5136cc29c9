import { ExecuteContext } from 'n8n-core';
import type { IDataObject, IRun } from 'n8n-workflow';
import { WAIT_INDEFINITELY } from 'n8n-workflow';

import { readToken } from '../../nodes/shared/sendAndWait/token';
import { credentialsFor, testedProviders } from '../providers';
import type { Credentials } from './harness';
import { goOn, runNode } from './harness';
import { openSandbox } from './sandboxClient';
import { trigger } from './triggerHarness';

const CUSTOMER = '447700900123';
const APPROVER = '447700900124';

describe.each(testedProviders)('$contract.name', (provider) => {
	const { type, table, contract } = provider;
	const { name: room } = provider.sandbox;
	const { to } = table.sendText;
	let sandbox: Awaited<ReturnType<typeof openSandbox>>;
	let credentials: Credentials;

	beforeAll(async () => {
		sandbox = await openSandbox(room);
		credentials = credentialsFor(provider, sandbox.baseUrl);
	});
	afterAll(async () => await sandbox.close());
	beforeEach(async () => {
		await sandbox.reset();
		await sandbox.post(`/${room}/inbound`, {
			from: CUSTOMER,
			message: { type: 'text', text: { body: 'Hi' } },
		});
		await sandbox.post(`/${room}/inbound`, {
			from: APPROVER,
			message: { type: 'text', text: { body: 'Hi' } },
		});
	});

	const ask = async (parameters: IDataObject = {}, items: IDataObject[] = [{}]) =>
		await runNode({
			type,
			parameters: {
				resource: 'message',
				operation: 'sendAndWait',
				[to]: CUSTOMER,
				message: 'Refund 42.00?',
				...parameters,
			},
			credentials,
			items,
		});
	const listen = async (given = credentials) => await trigger(`${type}Trigger`, {}, given).create();
	const asked = async (number = CUSTOMER) =>
		(await sandbox.conversation(number)).filter(({ direction }) => direction === 'out');
	const interactive = async (number = CUSTOMER) =>
		((await asked(number))[0].raw as { interactive: any }).interactive; // eslint-disable-line @typescript-eslint/no-explicit-any -- as it went out
	const waitTill = (run: IRun) => run.data.waitTill ?? run.waitTill;

	test('an n8n that checks the signature of an address only where it is asked to is asked', async () => {
		const older = ExecuteContext.prototype as { setSignatureValidationRequired?: () => void };
		const setSignatureValidationRequired = (older.setSignatureValidationRequired = jest.fn());
		try {
			await listen();
			expect((await ask()).error).toBeUndefined();
			expect(setSignatureValidationRequired).toHaveBeenCalledTimes(1);
		} finally {
			delete older.setSignatureValidationRequired;
		}
	});

	test('an approval goes out as two buttons, and the execution waits for good', async () => {
		await listen();
		const { run, error } = await ask({ approveLabel: 'Pay it', declineLabel: 'No' });
		expect(error).toBeUndefined();
		expect(new Date(waitTill(run)!)).toEqual(WAIT_INDEFINITELY);
		const sent = await interactive();
		expect(sent).toMatchObject({ type: 'button', body: { text: 'Refund 42.00?' } });
		const buttons = sent.action.buttons.map(({ reply }: { reply: unknown }) => reply);
		expect(buttons.map(({ title }: { title: string }) => title)).toEqual(['Pay it', 'No']);
		const tokens = buttons.map(({ id }: { id: string }) => readToken(id));
		expect(tokens.map((token: { kind: string }) => token.kind)).toEqual(['approve', 'decline']);
		for (const token of tokens) {
			expect(token).toMatchObject({ executionId: '1', nodeId: 'node-id', path: '/webhook-waiting' });
			expect(token.signature).toMatch(/^[0-9a-f]{64}$/);
			expect(token.isGenuine(provider.sandbox.key)).toBe(true);
		}
	});

	test('up to three short choices are buttons, more or longer ones a list', async () => {
		await listen();
		const choices = (count: number) => ({
			values: Array.from({ length: count }, (_, at) => ({ title: `Slot ${at}` })),
		});
		await ask({ responseType: 'choice', choices: choices(3) });
		expect((await interactive()).type).toBe('button');
		await sandbox.reset();
		await sandbox.post(`/${room}/inbound`, {
			from: CUSTOMER,
			message: { type: 'text', text: { body: 'Hi' } },
		});
		await listen();
		await ask({ responseType: 'choice', choices: choices(10), options: { listLabel: 'Dates' } });
		const list = await interactive();
		expect(list).toMatchObject({ type: 'list', action: { button: 'Dates' } });
		expect(list.action.sections[0].rows).toHaveLength(10);
	});

	test.each([
		['freeText', {}],
		['customForm', { formFields: { values: [{ label: 'Date', type: 'date', required: true }] } }],
		['approval', { answerThrough: 'link' }],
	])('%s asks by a signed link, and needs no trigger', async (responseType, more) => {
		const { run, error } = await ask({ responseType, ...more });
		expect(error).toBeUndefined();
		expect(waitTill(run)).toBeDefined();
		const [{ raw, text }] = await asked();
		expect(JSON.stringify(raw)).toMatch(
			/webhook-waiting\/1\/node-id\?question=[\w-]{4}&signature=[0-9a-f]{64}/,
		);
		expect(text).toContain('Refund 42.00?');
		if (room === 'heltar') expect(raw).toMatchObject({ interactive: { type: 'cta_url' } });
	});

	test('at the time limit the workflow goes on with a result of its own', async () => {
		await listen();
		// A result of a question before must not pass for the answer to this one.
		const { run } = await ask({ options: { waitHours: 0.5 } }, [
			{ approved: true, choice: 'Approve', order: 7 },
		]);
		expect(Number(waitTill(run))).toBeGreaterThan(Date.now() + 1_700_000);
		const { json } = await goOn(run, credentials);
		expect(json).toEqual([
			{
				approved: false,
				choice: null,
				text: null,
				from: null,
				respondedAt: null,
				timedOut: true,
				question: { id: expect.stringMatching(/^[\w-]{4}$/), to: CUSTOMER, message: 'Refund 42.00?' },
			},
		]);
	});

	test('without a trigger that would hear the answer nothing is asked', async () => {
		const { error, run } = await ask();
		expect(error!.message).toBe(
			`Answer Through: answers in the chat need a published workflow with a ${contract.name} Trigger, and this n8n has none`,
		);
		expect(error!.description).toContain('Link to a Page');
		expect(waitTill(run)).toBeUndefined();
		expect(await asked()).toEqual([]);
	});

	if (!table.hidesSecrets)
		test('a trigger with another key of the account does not count', async () => {
			await listen(credentialsFor(provider, sandbox.baseUrl, await sandbox.key({})));
			const { error } = await ask();
			expect(error!.message).toBe(
				`Answer Through: answers in the chat need a ${contract.name} Trigger with the same credential, but the one on this n8n uses another`,
			);
			expect(await asked()).toEqual([]);
		});

	test('several people get the same question, and any of them may answer', async () => {
		await listen();
		await ask({ options: { alsoAsk: APPROVER } });
		const ids = await Promise.all(
			[CUSTOMER, APPROVER].map(async (number) => (await interactive(number)).action.buttons[0].reply.id),
		);
		expect(ids[0]).toBe(ids[1]);
		expect(readToken(ids[0])!.people).toHaveLength(2);
	});

	test('one question per execution: more items are refused with the reason, and nothing is asked', async () => {
		await listen();
		const { error } = await ask({}, [{}, {}]);
		expect(error!.message).toBe(
			'This operation accepts one item at a time, but got 2: an execution can wait for only one answer. Put a Loop Over Items node before it.',
		);
		expect(await asked()).toEqual([]);
	});

	test('somebody whose number is written in two ways is asked once', async () => {
		const [one, other] = ['5511987654321', '551187654321'];
		await sandbox.post(`/${room}/inbound`, { from: one, message: { type: 'text', text: { body: 'Oi' } } });
		await sandbox.requests();
		const { error } = await ask({
			[to]: one,
			answerThrough: 'link',
			options: { alsoAsk: `${other}, +55 (0)11 98765-4321, ${APPROVER}.0` },
		});
		expect(error).toBeUndefined();
		expect(await asked(one)).toHaveLength(1);
		expect(await asked(APPROVER)).toHaveLength(1);
		expect(await sandbox.requests()).toHaveLength(2);
	});

	test('a question that could not be sent does not wait', async () => {
		await listen();
		await sandbox.settings({ window: 'closed' });
		const { error, run } = await ask();
		expect(error).toBeDefined();
		expect(waitTill(run)).toBeUndefined();
	});

	test.each([
		[{ declineLabel: 'Approve' }, 'Decline Label: "Approve" is also the Approve Label'],
		[{ responseType: 'choice' }, 'Choices: none added, the minimum is 1'],
		[{ approveLabel: 'x'.repeat(21) }, 'Approve Label: 21 characters, the maximum is 20'],
		[
			{ responseType: 'choice', choices: { values: [{ title: 'A' }, { title: 'A' }] } },
			'Choices → Choice 2 → Title: must be unique among the buttons ("A" is used twice)',
		],
		[
			{ responseType: 'customForm', formFields: { values: [{ label: 'Name' }, { label: 'Name' }] } },
			'Form Fields → Field 2 → Label: must be unique, because the output names each answer by its label ("Name" is used twice)',
		],
		[
			{ answerThrough: 'link', message: 'x'.repeat(4090) },
			expect.stringMatching(
				/^Message: 4090 characters, 4\d{3} with the link below it: the maximum is 4096$/,
			) as string,
		],
		[{ options: { waitHours: 0 } }, 'Options → Time Limit (Hours): 0, the minimum is 0.001'],
		[
			{ options: { alsoAsk: '1,2' } },
			expect.stringMatching(/^Options → Also Ask: "1" has 1 digits, a number has \d to 15$/) as string,
		],
		[
			{ options: { answersFrom: 'dana@example.org' } },
			'Options → Answers From: "dana@example.org" is not a valid recipient',
		],
	])('%j is refused before anything is sent', async (parameters, message) => {
		await listen();
		const { error } = await ask(parameters);
		expect(error!.message).toEqual(message);
		expect(await asked()).toEqual([]);
	});
});
