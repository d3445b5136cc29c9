import type { CredentialReference } from '../demo/n8nApi.ts';
import { PACKAGE } from '../demo/packedPackage.ts';

/** So many items, each with a recipient of its own and a text, which begins differently in each. Made by an expression, so that nothing else is needed. */
export const items = (count: number, text = ' left the depot') => [
	{
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		parameters: {
			mode: 'raw',
			jsonOutput: `={{ { people: Array.from({ length: ${count} }, (_, i) => ({ to: String(919820000000 + i), text: 'Your parcel ' + i + ${JSON.stringify(text)} })) } }}`,
			options: {},
		},
	},
	{
		type: 'n8n-nodes-base.splitOut',
		typeVersion: 1,
		parameters: { fieldToSplitOut: 'people', options: {} },
	},
];

/** Our nodes sending a text, recipient and text both expressions. */
export const heltar = (credential: CredentialReference, options: object = {}) => ({
	type: `${PACKAGE}.heltar`,
	typeVersion: 1,
	parameters: {
		resource: 'message',
		operation: 'sendText',
		clientWaNumber: '={{ $json.to }}',
		message: '={{ $json.text }}',
		options,
	},
	credentials: { heltarApi: credential },
});

export const helloAll = (credential: CredentialReference, options: object = {}) => ({
	type: `${PACKAGE}.helloAll`,
	typeVersion: 1,
	parameters: {
		resource: 'message',
		operation: 'sendText',
		to: '={{ $json.to }}',
		body: '={{ $json.text }}',
		options,
	},
	credentials: { helloAllApi: credential },
});

/** n8n's HTTP Request node sending the same, one call for each item, as it comes. */
const httpRequest = (url: string, header: [string, string], jsonBody: string, options: object = {}) => ({
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: {
		method: 'POST',
		url,
		sendHeaders: true,
		headerParameters: { parameters: [{ name: header[0], value: header[1] }] },
		sendBody: true,
		specifyBody: 'json',
		jsonBody,
		options,
	},
	onError: 'continueRegularOutput',
});

export const httpToHeltar = (sandboxUrl: string, options?: object) =>
	httpRequest(
		`${sandboxUrl}/heltar/v1/messages/send`,
		['Authorization', 'Bearer hk_live_sandbox'],
		'={"messages":[{"clientWaNumber":"{{ $json.to }}","messageType":"text","message":"{{ $json.text }}"}]}',
		options,
	);

export const httpToHelloAll = (sandboxUrl: string) =>
	httpRequest(
		`${sandboxUrl}/hello-all/v1/messages`,
		['API-KEY', 'sandbox-key'],
		'={"recipient_type":"individual","to":"{{ $json.to }}","type":"text","text":{"body":"{{ $json.text }}"}}',
	);

/** n8n's Set node evaluating the same two expressions. */
export const set = () => ({
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	parameters: {
		assignments: {
			assignments: [
				{ id: '1', name: 'clientWaNumber', value: '={{ $json.to }}', type: 'string' },
				{ id: '2', name: 'message', value: '={{ $json.text }}', type: 'string' },
			],
		},
		options: {},
	},
});

/** Uploading a file of the item and sending it. */
export const sendMedia = (credential: CredentialReference) => ({
	type: `${PACKAGE}.heltar`,
	typeVersion: 1,
	parameters: {
		resource: 'message',
		operation: 'sendMedia',
		clientWaNumber: '919820000000',
		source: 'binary',
		binaryPropertyName: 'data',
		options: {},
	},
	credentials: { heltarApi: credential },
});
