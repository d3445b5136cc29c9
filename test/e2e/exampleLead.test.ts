import axios from 'axios';
import type { Workflow } from '../../demo/n8nApi';
import { eventually } from '../waiting';
import { ExampleFixture } from './exampleFixture';

let example: ExampleFixture;
let form: string;
let workflow: Workflow;
let runs = 0;
beforeAll(async () => {
	example = await ExampleFixture.open('lead-to-crm.json', 'helloAll');
	form = `lead-${Date.now()}`;
	workflow = await example.publish((nodes) => (nodes('When a lead comes').webhookId = form));
});
afterAll(async () => await example.close());

const NUMBER = '919800990311';

/** Fills in the form, and waits until all is done. @returns what the person hears, and the calls that changed the CRM */
async function fillIn(city: string) {
	const { control, n8nUrl, api } = example.fixture;
	const before = (await control.requests()).at(-1)?.seq;
	const data = new FormData();
	const answers = ['Leela Das', '+91 98009 90311', city, 'Yes, by WhatsApp'];
	answers.forEach((answer, at) => data.append(`field-${at}`, answer));
	expect((await axios.post(`${n8nUrl}/form/${form}`, data)).status).toBe(200);
	runs += 1;
	await eventually(
		async () => (await api.countExecutions(workflow.id, 'success')) === runs,
		`the end of execution ${runs}`,
	);
	const calls = (await control.requests(before)).filter(
		({ method, path }) => method !== 'GET' && path.includes('/crm/'),
	);
	return {
		heard: (await example.heard(NUMBER)).map(({ text }) => text),
		calls: calls.map(({ method, path, body }) => [`${method} ${path.replace(/^.*\/crm/, '/crm')}`, body]),
	};
}

const WELCOME = 'Welcome to Example Stores! How can we help?';
const CITY = 'cf_city';

it('makes one contact of a person, however often they come, welcomes them and gives the chat to a colleague', async () => {
	const first = await fillIn('Pune');
	expect(first.heard).toEqual([WELCOME]);
	const [[, created], [assigned, to]] = first.calls;
	expect(created).toEqual({
		whatsapp: NUMBER,
		chat_name: 'Leela Das',
		custom_fields: [{ id: CITY, value: 'Pune' }],
	});
	expect(first.calls[0][0]).toBe('POST /crm/chat');
	expect(assigned).toMatch(/^\w+ \/crm\/chat\/setting\/[^/]+\/operator\/assign_chat$/);
	expect(to).toMatchObject({ operator_email: 'ravi@example.com' });

	const second = await fillIn('Goa');
	expect(second.heard).toEqual([WELCOME, WELCOME]);
	expect(second.calls).toEqual([
		[
			expect.stringMatching(/^POST \/crm\/chat\/setting\/[^/]+\/custom-field$/),
			{ data: [{ id: CITY, value: 'Goa' }] },
		],
		[assigned, to],
	]);
});
