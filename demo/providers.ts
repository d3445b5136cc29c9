import type { InboundMessage } from './sandboxControl.ts';

export interface DemoProvider {
	/** Key in the answer of `--check`, and first part of the node types' names. */
	name: string;
	label: string;
	/** The provider's part of a path in the sandbox. */
	sandboxPath: string;
	credentialType: string;
	apiKey: string;
	/** File in examples/ that is imported and switched on. */
	example: string;
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
		customerWrites: {
			from: '447700900123',
			name: 'Asha',
			message: { type: 'text', text: { body: 'Hello' } },
		},
		expectedAnswer: 'Hi Asha, you wrote: Hello',
	},
	{
		name: 'helloAll',
		label: 'Hello All',
		sandboxPath: 'hello-all',
		credentialType: 'helloAllApi',
		apiKey: 'sandbox-key',
		example: 'hello-all-echo.json',
		customerWrites: {
			from: '910000000123',
			name: 'Asha Verma',
			message: { type: 'text', text: { body: 'Hello' } },
		},
		expectedAnswer: 'Hi Asha Verma, you wrote: Hello',
	},
];
