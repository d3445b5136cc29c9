import axios from 'axios';

import { openSandbox } from '../engine/sandboxClient';
import { reasonIn } from '../../sandbox/phone/src/chat/reason';

/** Why a send was refused, as the phone tells it: found in the answers the sandbox gives in its providers' forms. */

let sandbox: Awaited<ReturnType<typeof openSandbox>>;
beforeAll(async () => {
	sandbox = await openSandbox();
	const window = { window: 'closed' };
	await axios.patch(`${sandbox.url}/_sandbox/settings`, { heltar: window, 'hello-all': window });
});
afterAll(async () => await sandbox.close());

const TO = '447700900123';
const OTHER = '447700900124';
const send = async (path: string, headers: object, body: object): Promise<unknown> =>
	(await axios.post(sandbox.url + path, body, { headers: { ...headers }, validateStatus: () => true })).data;
const heltar = async (...messages: object[]) =>
	await send('/heltar/v1/messages/send', { Authorization: 'Bearer hk_live_sandbox' }, { messages });
const helloAll = async (body: object) =>
	await send('/hello-all/v1/messages', { 'API-KEY': 'sandbox-key' }, { to: TO, ...body });

const text = (clientWaNumber: string) => ({ clientWaNumber, messageType: 'text', message: 'No reason' });
const LATE = 'Message failed to send because more than 24 hours have passed since the customer last replied.';

it('of Heltar is WhatsApp’s own, not that all messages failed', async () => {
	expect(reasonIn(await heltar(text(TO)), [TO])).toBe(`131047: ${LATE}`);
});

it('of a bulk send is that of the message to this person', async () => {
	const template = { messageType: 'template', templateName: 'no_such', languageCode: 'en_US' };
	const answer = await heltar({ clientWaNumber: OTHER, ...template }, text(TO));
	expect(reasonIn(answer, [TO, ''])).toBe(`131047: ${LATE}`);
	expect(reasonIn(answer, [OTHER, ''])).toMatch(/^132001: /);
});

it('of a wrong field is what Heltar says of it', async () => {
	const answer = await heltar({ clientWaNumber: TO, messageType: 'text' });
	expect(reasonIn(answer, [TO])).toMatch(/^messages\[0\]\.message: /);
});

it('of Hello All is in its list of errors', async () => {
	expect(reasonIn(await helloAll({ type: 'text', text: { body: 'x' } }), [TO])).toBe(`470: ${LATE}`);
	expect(reasonIn(await helloAll({ type: 'text' }), [TO])).toBe('1008: text is required');
});

it.each([null, 'Bad gateway', {}, [], { data: { success: {} } }])('%j has none', (answer) => {
	expect(reasonIn(answer, [TO])).toBeUndefined();
});
