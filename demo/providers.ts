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
	/** The one of examples/ that the demo publishes: it answers whatever a customer writes. */
	firstTry: string;
	/** What comes of the scripted message. */
	happens: string;
	/** Names of examples whose messages it does not answer. */
	leavesAlone: string[];
	/** A number has one webhook: a second workflow that listens cannot be published beside the first. */
	oneWebhook?: true;
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
		firstTry: 'heltar-menu.json',
		happens: 'a menu with buttons; behind one of them a list',
		leavesAlone: ['Heltar: order status from a template', 'Heltar: approve a refund by WhatsApp'],
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
		firstTry: 'hello-all-menu.json',
		happens: 'a menu with buttons; behind one of them a list',
		leavesAlone: [],
		oneWebhook: true,
		customerWrites: {
			from: '910000000123',
			name: 'Asha Verma',
			message: { type: 'text', text: { body: 'Hello' } },
		},
		expectedAnswer: 'Hi Asha Verma! What can we do for you?',
	},
];
