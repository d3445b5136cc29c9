import { WebhookContext } from 'n8n-core';
import type { IDataObject, INode, IRun, IWebhookFunctions } from 'n8n-workflow';

import type { Facts } from '../../registry/releasedFacts';
import { holdReleased } from '../../registry/releasedFacts';
import { KEY as HELLO_ALL_KEY } from '../helloAll/scene';
import type { Credentials } from '../harness';
import { additionalData, goOn, runNode, workflowWith } from '../harness';
import { KEY as HELTAR_KEY } from '../heltar/scene';
import { openSandbox } from '../sandboxClient';
import { trigger } from '../triggerHarness';
import { keyPaths } from './keyPaths';

const CUSTOMER = '447700900123';
const ABOUT = 'answers to message.sendAndWait';

interface Answer {
	parameters: IDataObject;
	/** What the page sends; nothing where a button is tapped in the chat. */
	page?: IDataObject;
}

const choices = { values: [{ title: 'Morning' }, { title: 'Evening', id: 'pm' }] };
const fields = [
	{ label: 'Guests', type: 'number' },
	{ label: 'Note', type: 'text' },
];

/** By what the place is called. */
const ANSWERS: Record<string, Answer> = {
	'approval, tapped': { parameters: {} },
	'approval, on the page': { parameters: { answerThrough: 'link' }, page: { answer: '0' } },
	'choice, tapped': { parameters: { responseType: 'choice', choices } },
	'choice, on the page': {
		parameters: { responseType: 'choice', choices, answerThrough: 'link' },
		page: { answer: '1' },
	},
	'free text': { parameters: { responseType: 'freeText' }, page: { 'field-0': 'At nine' } },
	'custom form': {
		parameters: { responseType: 'customForm', formFields: { values: fields } },
		page: { 'field-0': '4', 'field-1': 'By the window' },
	},
};

const sides = [
	{
		node: 'Heltar',
		type: 'heltar',
		room: 'heltar' as const,
		credential: 'heltarApi',
		apiKey: HELTAR_KEY,
		to: 'clientWaNumber',
	},
	{
		node: 'HelloAll',
		type: 'helloAll',
		room: 'hello-all' as const,
		credential: 'helloAllApi',
		apiKey: HELLO_ALL_KEY,
		to: 'to',
	},
];

describe.each(sides)('$node', ({ node, type, room, credential, apiKey, to }) => {
	let sandbox: Awaited<ReturnType<typeof openSandbox>>;
	let credentials: Credentials;
	beforeAll(async () => {
		sandbox = await openSandbox(room);
		credentials = { [credential]: { apiKey, baseUrl: sandbox.baseUrl } };
	});
	afterAll(async () => await sandbox.close());
	beforeEach(async () => {
		await sandbox.reset();
		const message = { type: 'text', text: { body: 'Hi' } };
		await sandbox.post(`/${room}/inbound`, { from: CUSTOMER, message });
		await trigger(`${type}Trigger`, {}, credentials).create();
	});

	const ask = async (parameters: IDataObject): Promise<IRun> => {
		const question = { resource: 'message', operation: 'sendAndWait', [to]: CUSTOMER, message: 'When?' };
		const { run, error } = await runNode({ type, parameters: { ...question, ...parameters }, credentials });
		expect(error).toBeUndefined();
		return run;
	};

	/** The id of the first button that went out. */
	const tapped = async (): Promise<IDataObject> => {
		const sent = (await sandbox.conversation(CUSTOMER)).find(({ direction }) => direction === 'out');
		const { action } = sent!.raw.interactive as { action: { buttons: Array<{ reply: { id: string } }> } };
		return { tap: { token: action.buttons[0].reply.id, from: CUSTOMER, userId: null, text: 'Yes' } };
	};

	/** Hands the node an answer as n8n does. */
	const answer = async ({ data }: IRun, body: IDataObject) => {
		const [{ node: waiting, data: kept }] = data.executionData!.nodeExecutionStack;
		const workflow = workflowWith(waiting.type, waiting.parameters);
		const { id } = kept.main[0]![0].json.question as { id: string };
		const httpRequest = { method: 'POST', body, query: { question: id }, headers: {}, params: {} };
		const nodeType = workflow.nodeTypes.getByNameAndVersion(type);
		const context = new WebhookContext(
			workflow,
			workflow.getNode('Node') as INode,
			additionalData(credentials, { httpRequest, httpResponse: { set: () => undefined } } as never),
			'webhook',
			{ webhookDescription: nodeType.description.webhooks![1] } as never,
			[],
			data,
		) as unknown as IWebhookFunctions;
		return (await nodeType.webhook!.call(context)).workflowData![0];
	};

	const hold = (kind: string, items: IDataObject[]) => {
		const places = items.flatMap((json) => keyPaths(json, kind, /\.data$/));
		const facts: Facts = Object.fromEntries(places.map((place) => [`${ABOUT} › ${place}`, true]));
		holdReleased(`outputs/${node}`, facts, (place) => place.startsWith(`${ABOUT} › ${kind}`));
	};

	test.each(Object.entries(ANSWERS))(
		'%s comes out as it was released',
		async (kind, { parameters, page }) => {
			const run = await ask(parameters);
			const items = await answer(run, page ?? (await tapped()));
			hold(
				kind,
				items.map(({ json }) => json),
			);
		},
	);

	test.each(['approval', 'choice'])('so does the end of the time for %s', async (responseType) => {
		const run = await ask({ responseType, choices, options: { waitHours: 1 } });
		hold(`no answer to ${responseType}`, (await goOn(run, credentials)).json);
	});
});
