import { randomUUID } from 'node:crypto';
import axios from 'axios';
import { AgentFixture, argument, fromModel, givenBack, lastWord, toolName } from './agentFixture';
import { liveNames } from './liveProviders';
import { call, callAll, report, say } from './stubModel';

const DELIVERED = 'Your parcel left the depot.';

describe.each(liveNames)('an AI agent with the tools of %s', (provider) => {
	let fixture: AgentFixture;
	let customer: string;
	let sendText: ReturnType<AgentFixture['sendText']>;
	let writes: string;
	beforeAll(async () => {
		fixture = await AgentFixture.open(provider);
		({ customer } = fixture.words);
		sendText = fixture.sendText();
		writes = toolName(sendText.name);
	});
	afterAll(async () => await fixture.close());

	it('tell the model in words what they do and what they need', async () => {
		fixture.model.says(say('Nothing to do.'));
		expect(lastWord(await fixture.run([sendText]))).toBe('Nothing to do.');
		const { label } = fixture.words.text;
		expect(fixture.model.asked[0].tools).toEqual([
			expect.objectContaining({
				name: writes,
				description: `Send a text message in ${fixture.words.knownAs}`,
				parameters: expect.objectContaining({
					type: 'object',
					properties: { Recipient: { type: 'string' }, [label]: { type: 'string' } },
					required: ['Recipient', label],
				}),
			}),
		]);
	});

	it('send what the model asks for, and tell it what became of it', async () => {
		fixture.model.says(call(writes, fixture.textFor(`+${customer}`, DELIVERED)), report);
		const execution = await fixture.run([sendText]);
		expect(execution.status).toBe('success');
		expect((await fixture.fixture.control.conversation(customer)).at(-1)).toMatchObject({
			direction: 'out',
			type: 'text',
			text: DELIVERED,
		});
		const [result] = JSON.parse(fixture.model.asked[1].results[0]) as Array<Record<string, unknown>>;
		expect(result).toMatchObject({ success: true, outcome: 'sent' });
		expect(result).toEqual(givenBack(execution, sendText.name)[0]);
		expect(lastWord(execution)).toContain(JSON.stringify([result]));
	});

	it('send every message of several calls at once', async () => {
		const texts = ['First the good news.', 'Then the bad.'];
		fixture.model.says(
			callAll(...texts.map((text): [string, object] => [writes, fixture.textFor(customer, text)])),
			report,
		);
		await fixture.run([sendText]);
		expect((await fixture.received()).slice(-2).sort()).toEqual([...texts].sort());
		const ids = fixture.model.asked[1].results.map((result) => JSON.parse(result)[0].wamid ?? result);
		expect(new Set(ids).size).toBe(2);
	});

	it('refuse what cannot be sent in words a model can act on', async () => {
		const before = await fixture.fixture.control.requests();
		fixture.model.says(
			call(writes, fixture.textFor('07700 900311', DELIVERED)),
			call(writes, fixture.textFor(customer, 'Now with the country code.')),
			report,
		);
		expect((await fixture.run([sendText])).status).toBe('success');
		expect(fixture.model.asked[1].results[0]).toMatch(/Recipient.*must not start with 0.*country code/i);
		expect((await fixture.received()).at(-1)).toBe('Now with the country code.');
		expect(await fixture.fixture.control.requests(before.at(-1)?.seq)).toHaveLength(1);
	});

	it('say that a message may have been sent when no answer came, so that no model repeats it', async () => {
		await fixture.fixture.control.fault({ method: 'POST', times: 1, fault: { kind: 'resetAfter' } });
		fixture.model.says(call(writes, fixture.textFor(customer, 'Sent, but who knows?')), report);
		expect((await fixture.run([sendText])).status).toBe('success');
		expect(fixture.model.asked[1].results[0]).toMatch(/broke before an answer.*check before you repeat/i);
	});

	it('work where the answer is streamed to a chat', async () => {
		const webhookId = randomUUID();
		const workflow = await fixture.workflow([sendText], {
			start: {
				name: 'Chat',
				type: '@n8n/n8n-nodes-langchain.chatTrigger',
				typeVersion: 1.4,
				position: [0, 0],
				parameters: { public: true, options: { responseMode: 'streaming' } },
				webhookId,
			},
		});
		await fixture.fixture.api.activate(workflow);
		try {
			fixture.model.says(call(writes, fixture.textFor(customer, 'Written from a chat.')), report);
			const { data } = await axios.post<string>(
				`${fixture.fixture.n8nUrl}/webhook/${webhookId}/chat`,
				{ action: 'sendMessage', sessionId: 'chat-1', chatInput: 'Write to the customer' },
				{ responseType: 'text' },
			);
			expect(fixture.model.asked.map(({ streamed }) => streamed)).toEqual([true, true]);
			expect((await fixture.received()).at(-1)).toBe('Written from a chat.');
			expect(data).toContain('"type":"item"');
		} finally {
			await fixture.fixture.api.deactivate(workflow);
		}
	});

	it('fill the variables of a template with what the model gives', async () => {
		const { template, recipient, knownAs } = fixture.words;
		const { name, language, variables } = template;
		const fields = await fixture.variables(name, language);
		const sendTemplate = fixture.tool(`Send a template message in ${knownAs}`, {
			resource: 'message',
			operation: 'sendTemplate',
			[recipient]: fromModel('Recipient'),
			templateName: { __rl: true, mode: 'list', value: name },
			languageCode: language,
			variables: {
				mappingMode: 'defineBelow',
				value: Object.fromEntries(fields.map(({ id, displayName }) => [id, fromModel(displayName)])),
				schema: fields,
			},
		});
		const given = fields.map(({ displayName }, at) => [argument(displayName), variables[at]]);
		fixture.model.says(
			call(toolName(sendTemplate.name), { Recipient: customer, ...Object.fromEntries(given) }),
			report,
		);
		expect(lastWord(await fixture.run([sendTemplate]))).toContain('"outcome":"sent"');
		const sent = (await fixture.fixture.control.conversation(customer)).at(-1)!;
		expect(sent.type).toBe('template');
		for (const value of variables.slice(1)) expect(sent.text).toContain(value);
	});

	it('send a template of the model’s choice', async () => {
		const { template, recipient, knownAs } = fixture.words;
		const { name, language, variables } = template;
		const [, ...body] = variables;
		const sendTemplate = fixture.tool(`Send any template in ${knownAs}`, {
			resource: 'message',
			operation: 'sendTemplate',
			[recipient]: fromModel('Recipient'),
			templateName: { __rl: true, mode: 'id', value: fromModel('Template') },
			languageCode: fromModel('Language'),
			specifyVariables: 'json',
			variablesJson: fromModel('Variables (JSON)', { type: 'json' }),
		});
		const components = [
			{ type: 'header', parameters: [{ type: 'text', text: variables[0] }] },
			{ type: 'body', parameters: body.map((text) => ({ type: 'text', text })) },
		];
		fixture.model.says(
			call(toolName(sendTemplate.name), {
				Recipient: customer,
				Template: name,
				Language: language,
				[argument('Variables (JSON)')]: components,
			}),
			report,
		);
		expect(lastWord(await fixture.run([sendTemplate]))).toContain('"outcome":"sent"');
		expect((await fixture.received()).at(-1)).toContain(body.at(-1));
	});

	it('take a whole list from the model where JSON is chosen, and single rows where it is not', async () => {
		const { buttons: operation, recipient, knownAs } = fixture.words;
		const shared = {
			resource: 'message',
			operation,
			[recipient]: customer,
			body: fromModel('Body'),
		};
		const tools = {
			json: fixture.tool(`Send a message with reply buttons in ${knownAs}`, {
				...shared,
				specifyButtons: 'json',
				buttonsJson: fromModel('Buttons (JSON)', { type: 'json' }),
			}),
			rows: fixture.tool(`Ask yes or no in ${knownAs}`, {
				...shared,
				buttons: { values: [{ title: fromModel('buttons0_Title'), id: 'yes' }] },
			}),
		};
		fixture.model.says(
			call(toolName(tools.json.name), {
				Body: 'When?',
				[argument('Buttons (JSON)')]: [{ title: 'Morning', id: 'am' }, 'Afternoon'],
			}),
			call(toolName(tools.rows.name), { Body: 'Shall we come?', buttons0_Title: 'Yes, please' }),
			report,
		);
		expect(lastWord(await fixture.run(Object.values(tools)))).toContain('"outcome":"sent"');
		expect((await fixture.received()).slice(-2)).toEqual(['When?', 'Shall we come?']);
		const wire = JSON.stringify((await fixture.fixture.control.requests()).slice(-2).map(({ body }) => body));
		for (const title of ['Morning', 'Afternoon', 'Yes, please']) expect(wire).toContain(`"title":"${title}"`);
	});

	it('work in the hands of an agent that another agent calls', async () => {
		const inner = [`One ${Date.now()}`, `Two ${Date.now()}`];
		fixture.model.says(
			call('Messenger', { Prompt: 'Write twice' }),
			call(writes, fixture.textFor(customer, inner[0])),
			call(writes, fixture.textFor(customer, inner[1])),
			say('Both written.'),
			report,
		);
		expect(lastWord(await fixture.runInside([sendText]))).toContain('Both written.');
		expect((await fixture.received()).slice(-2)).toEqual(inner);
	});
});
