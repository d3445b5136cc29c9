import { AgentFixture, argument, fromModel, lastWord, toolName } from './agentFixture';
import { call, callAll, report, say } from './stubModel';

const CUSTOMER = '919800000101';
const FACTS = { city: 'Leeds', interests: 'green cups' };
const NOTE = 'Asha wants her money back for order 1042.';

/** One for each thing the agent may do. The customer and what is always the same are fixed; the model gives the rest. */
async function toolsOf(fixture: AgentFixture) {
	const { template } = fixture.words;
	const fields = await fixture.variables(template.name, template.language);
	const contact = { resource: 'contact', clientWaNumber: { __rl: true, mode: 'id', value: CUSTOMER } };
	const message = { resource: 'message', clientWaNumber: CUSTOMER };
	return {
		send: fixture.tool('Send', { ...message, operation: 'sendText', message: fromModel('Message') }),
		stopBot: fixture.tool('Stop the bot', {
			...contact,
			operation: 'toggleBot',
			isBotReply: fromModel('Bot Replies', { type: 'boolean' }),
		}),
		assign: fixture.tool('Assign', {
			...contact,
			operation: 'assignChat',
			assign: 'agent',
			email: { __rl: true, mode: 'id', value: fromModel('Team Member') },
		}),
		note: fixture.tool('Note', {
			...message,
			operation: 'sendText',
			descriptionType: 'manual',
			toolDescription: 'Writes a note to the team. The customer does not see it.',
			message: fromModel('Note'),
			options: { isPrivate: true },
		}),
		lookUp: fixture.tool('Look up', { ...contact, operation: 'get' }),
		remember: fixture.tool('Remember', {
			...contact,
			operation: 'updateAttributesAndTags',
			specifyAttributes: 'json',
			attributesJson: fromModel('Attributes (JSON)', { type: 'json' }),
		}),
		template: fixture.tool('Template', {
			...message,
			operation: 'sendTemplate',
			templateName: { __rl: true, mode: 'list', value: template.name },
			languageCode: template.language,
			variables: {
				mappingMode: 'defineBelow',
				value: Object.fromEntries(fields.map(({ id, displayName }) => [id, fromModel(displayName)])),
				schema: fields,
			},
		}),
	};
}

/** What an agent of customer service needs beside its answer; whom it is about stands in each tool. */
describe('the tools an agent of Heltar needs', () => {
	let fixture: AgentFixture;
	let tools: Awaited<ReturnType<typeof toolsOf>>;
	beforeAll(async () => {
		fixture = await AgentFixture.open('heltar');
		tools = await toolsOf(fixture);
	});
	afterAll(async () => await fixture.close());

	const called = (tool: { name: string }, given: object): [string, object] => [toolName(tool.name), given];
	const lookUp = async () => {
		fixture.model.says(call(...called(tools.lookUp, {})), report);
		await fixture.run([tools.lookUp]);
		return (JSON.parse(fixture.model.asked[1].results[0]) as Array<Record<string, unknown>>)[0];
	};

	it('say by themselves what they do, and ask for nothing but what the model decides', async () => {
		fixture.model.says(say('Nothing to do.'));
		await fixture.run(Object.values(tools));
		const offered = Object.fromEntries(
			fixture.model.asked[0].tools.map(({ description, parameters: { properties } }) => [
				description,
				Object.entries(properties).map(([name, { type }]) => `${name}: ${type ?? 'any'}`),
			]),
		);
		expect(offered).toEqual({
			'Send a text message in Heltar WhatsApp': ['Message: string'],
			'Start or stop the replies of the bot to a contact in Heltar WhatsApp': ['Bot_Replies: boolean'],
			'Assign the chat with a contact to a team member in Heltar WhatsApp': ['Team_Member: string'],
			'Writes a note to the team. The customer does not see it.': ['Note: string'],
			'Get a contact in Heltar WhatsApp': [],
			'Update attributes and tags of a contact in Heltar WhatsApp': ['Attributes__JSON_: any'],
			'Send a template message in Heltar WhatsApp': expect.arrayContaining([
				expect.stringMatching(/^Header___Order.*: string$/),
			]),
		});
	});

	it('hand a chat over: the bot is off, a team member has it, and a note tells why', async () => {
		fixture.model.says(
			callAll(
				called(tools.stopBot, { Bot_Replies: false }),
				called(tools.assign, { Team_Member: 'priya@example.com' }),
				called(tools.note, { Note: NOTE }),
			),
			report,
		);
		const before = await fixture.received(CUSTOMER);
		const execution = await fixture.run([tools.stopBot, tools.assign, tools.note]);
		expect(execution.status).toBe('success');
		for (const result of fixture.model.asked[1].results) expect(result).toMatch(/"success":true/);
		expect(await lookUp()).toMatchObject({
			isBotReply: false,
			businessEmployees: [{ email: 'priya@example.com' }],
		});
		expect(await fixture.received(CUSTOMER)).toEqual(before);
		const notes = (await fixture.fixture.control.requests()).filter(({ path, body }) => {
			return path === '/v1/messages/send' && JSON.stringify(body).includes('"isPrivate":true');
		});
		expect(JSON.stringify(notes.at(-1)?.body)).toContain(NOTE);
	});

	it('tell the model which team member there is not', async () => {
		fixture.model.says(call(...called(tools.assign, { Team_Member: 'nobody@example.com' })), report);
		expect(lastWord(await fixture.run([tools.assign]))).toContain('nobody@example.com not exists');
	});

	it('remember what a customer says, and know it the next time', async () => {
		const given = { [argument('Attributes (JSON)')]: FACTS };
		fixture.model.says(call(...called(tools.remember, given)), report);
		expect((await fixture.run([tools.remember])).status).toBe('success');
		const { username, attributes } = await lookUp();
		expect(username).toBe('Asha Verma');
		expect(attributes).toMatchObject({ ...FACTS, plan: 'Plus' });
	});

	it('write to the customer alone, freely or with a template and its values', async () => {
		const { template } = fixture.words;
		const fields = await fixture.variables(template.name, template.language);
		const values = Object.fromEntries(
			fields.map(({ displayName }, at) => [argument(displayName), template.variables[at]]),
		);
		fixture.model.says(
			callAll(called(tools.send, { Message: 'It is packed.' }), called(tools.template, values)),
			report,
		);
		expect((await fixture.run([tools.send, tools.template])).status).toBe('success');
		const received = (await fixture.received(CUSTOMER)).slice(-2);
		expect(received).toContain('It is packed.');
		expect(received).toContain('Hello Dana, your order 1042 is packed. We expect it at your door on Friday.');
	});
});
