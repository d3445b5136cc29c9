import type { InboundMessage } from './sandboxControl.ts';

/** An account of another API style of a provider. */
export interface DemoStyle {
	/** Key in the answer of `--check`. */
	name: string;
	label: string;
	/** What the credential needs beside key and address, by the names of its fields. */
	account: Record<string, string>;
	/** The scripted conversation with the provider's smallest example. */
	customerWrites: InboundMessage;
	expectedAnswer: string;
}

export interface DemoProvider {
	/** Key in the answer of `--check`, and first part of the node types' names. */
	name: string;
	label: string;
	/** The provider's part of a path in the sandbox. */
	sandboxPath: string;
	credentialType: string;
	apiKey: string;
	/** What the credential needs beside key and address, by the names of its fields. */
	account?: Record<string, string>;
	/** The provider's other API styles: accounts whose trigger does not register itself. */
	styles?: DemoStyle[];
	/** The smallest of the provider's workflows in examples/: whatever a customer writes comes back, with their name. */
	example: string;
	/** Those of examples/ that the demo switches on. No two of them answer the same message. */
	switchedOn: string[];
	/** What a customer can write, and what comes of it. */
	tryFirst: Array<[write: string, happens: string]>;
	/** The scripted conversation: a customer writes this, and expects that answer. */
	customerWrites: InboundMessage;
	expectedAnswer: string;
}

/** Every provider the package knows. A new one joins the demo and its check by its row here. */
export const PROVIDERS: DemoProvider[] = [
	{
		name: 'heltar',
		label: 'Heltar',
		sandboxPath: 'heltar',
		credentialType: 'heltarApi',
		apiKey: 'hk_live_sandbox',
		example: 'heltar-echo.json',
		switchedOn: [
			'heltar-menu.json',
			'heltar-order-status.json',
			'heltar-file-intake.json',
			'approve-refund.json',
		],
		tryFirst: [
			['Hello', 'a menu with buttons; behind one of them a list'],
			['order 1042', 'the status of the order, as a template'],
			['refund 1042', 'Dana Field is asked with two buttons; her tap decides'],
			['a picture, a voice note', 'goes into the Data Table "WhatsApp files" of n8n'],
		],
		customerWrites: {
			from: '919800000101',
			name: 'Asha Verma',
			message: { type: 'text', text: { body: 'Hello' } },
		},
		expectedAnswer: 'Hi Asha Verma! What can we do for you?',
	},
	{
		name: 'helloAll',
		label: 'Hello All',
		sandboxPath: 'hello-all',
		credentialType: 'helloAllApi',
		apiKey: 'sandbox-key',
		styles: [
			{
				name: 'helloAllCloud',
				label: 'Hello All Cloud',
				account: {
					apiStyle: 'meta',
					accessToken: 'sandbox-token',
					phoneNumberId: '100000000000001',
					wabaId: '200000000000002',
				},
				customerWrites: {
					from: '910000000124',
					name: 'Ravi Kumar',
					message: { type: 'text', text: { body: 'Namaste' } },
				},
				expectedAnswer: 'Hi Ravi Kumar, you wrote: Namaste',
			},
		],
		example: 'hello-all-echo.json',
		// A number of Hello All has one webhook, so only one workflow can listen to it.
		switchedOn: ['hello-all-menu.json'],
		tryFirst: [['Hello', 'a menu with buttons; behind one of them a list']],
		customerWrites: {
			from: '910000000123',
			name: 'Asha Verma',
			message: { type: 'text', text: { body: 'Hello' } },
		},
		expectedAnswer: 'Hi Asha Verma! What can we do for you?',
	},
];
