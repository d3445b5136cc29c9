import type { IDataObject } from 'n8n-workflow';

import { HelloAll } from '../../../nodes/HelloAll/HelloAll.node';
import { useJumpingClock } from '../../jumpingClock';
import { conformance } from '../helloAll/conformance';
import { ACCOUNT } from '../helloAll/meta/fixture';
import { minimalParameters, rowMissing } from '../helloAll/minimalParameters';
import { KEY, openFixture } from '../helloAll/fixture';
import { openShop } from '../helloAll/shop';
import { keepBinaryData, runNode } from '../harness';
import { trigger } from '../triggerHarness';
import { testReleasedOutputs } from './operations';

useJumpingClock();

let fixture: Awaited<ReturnType<typeof openFixture>>;
beforeAll(async () => {
	fixture = await openFixture();
});
afterAll(async () => await fixture.close());
beforeEach(async () => void (await keepBinaryData()));

const credentials = () => ({ helloAllApi: { apiKey: KEY, baseUrl: fixture.baseUrl } });
const credentialsInStyleMeta = () => ({ helloAllApi: { ...ACCOUNT, baseUrl: fixture.baseUrl } });
const isInStyleMetaAlone = ({ resource, operation }: IDataObject) =>
	conformance.lacks!.operations.includes(`${String(resource)}.${String(operation)}`);

/** What the node does beforehand. */
async function first(id: string): Promise<void> {
	const [resource, operation] = id.split('.');
	const { error } = await fixture.run({ resource, operation, ...minimalParameters[id] });
	if (error) throw new Error(`${id}: ${error.message}`);
}

const isMessage = (id: string) => id.startsWith('message.send');
/** The literal dialect has nothing else; a search there finds nothing. */
const isInTheCollection = (id: string) => id !== 'contact.search';
const changed = (settings: IDataObject) => async () => await fixture.settings(settings);

testReleasedOutputs({
	node: 'HelloAll',
	description: new HelloAll().description,
	run: async (parameters, inputs, node) =>
		await runNode({
			type: 'helloAll',
			credentials: isInStyleMetaAlone(parameters) ? credentialsInStyleMeta() : credentials(),
			parameters,
			inputs,
			node,
		}),
	minimalParameters,
	rowMissing,
	renew: async () => ({ ...(await openShop(fixture)) }),
	filled: {
		'media.upload': async () => {
			const data = { mimeType: 'image/png', fileName: 'parcel.png', data: 'iVBORw0KGgo=' };
			return { input: { json: {}, binary: { data } } };
		},
		'compliance.get': async () => {
			await first('compliance.update');
			return {};
		},
		'message.sendAndWait': async () => {
			// Nobody but the trigger may listen.
			await first('webhook.delete');
			await trigger('helloAllTrigger', {}, credentials()).create();
			return {};
		},
	},
	wrong: { 'message.sendText': { to: '09800 000101' } },
	variants: [
		{ name: 'literal dialect', concerns: isInTheCollection, set: changed({ dialect: 'literal' }) },
		{ name: 'cloud answers', concerns: isMessage, set: changed({ answer: 'cloud' }) },
		{ name: 'queued', concerns: isMessage, set: changed({ answer: 'queue' }) },
		{ name: 'answers with contact', concerns: isMessage, set: changed({ answerContacts: true }) },
		{
			name: 'answer without an id',
			concerns: isMessage,
			set: async () =>
				await fixture.fault({ kind: 'status', status: 200, body: {} }, { path: '/v1/messages' }),
		},
	],
	fault: async (fault) => await fixture.fault(fault),
	// A template is read once before several people get it.
	failSecond: async (id) =>
		await fixture.fault(
			{ kind: 'status', status: 400 },
			{ after: 1, ...(id.startsWith('message.send') ? { method: 'POST' } : {}) },
		),
});
