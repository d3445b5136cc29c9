import { setTimeout as sleep } from 'node:timers/promises';
import type { Environment } from './environment.ts';
import { credentialForStyle, exampleWorkflow } from './environment.ts';
import { productionUrl } from './productionUrl.ts';
import type { DemoProvider, DemoStyle } from './providers.ts';
import { SandboxControl } from './sandboxControl.ts';

const ANSWERED_WITHIN_MS = 30_000;

export interface Verdict {
	replied: boolean;
	/** From the customer's message to the answer in the conversation. */
	ms?: number;
	/** What did not happen, when it did not. */
	missing?: string;
}

/** Plays the customer: writes the provider's scripted message and waits for the expected answer. */
export async function holdConversation(
	provider: Pick<DemoProvider, 'sandboxPath' | 'customerWrites' | 'expectedAnswer'>,
	sandboxUrl: string,
	signal?: AbortSignal,
): Promise<Verdict> {
	const control = new SandboxControl(sandboxUrl, provider.sandboxPath);
	const { customerWrites, expectedAnswer } = provider;
	const start = Date.now();
	const { deliveries } = await control.inbound(customerWrites);
	if (deliveries.length === 0) return { replied: false, missing: 'no webhook is registered' };

	let answers: string[] = [];
	while (Date.now() - start < ANSWERED_WITHIN_MS) {
		const conversation = await control.conversation(customerWrites.from);
		answers = conversation.filter(({ direction }) => direction === 'out').map(({ text }) => text);
		if (answers.includes(expectedAnswer)) return { replied: true, ms: Date.now() - start };
		await sleep(50, undefined, { signal });
	}
	const instead = answers.length > 0 ? `, only ${JSON.stringify(answers)}` : '';
	return { replied: false, missing: `no answer ${JSON.stringify(expectedAnswer)}${instead}` };
}

/**
 * The same with an account of another API style. Its trigger does not register itself: the URL is pasted into the panel, as a
 * user does it.
 */
export async function holdConversationInStyle(
	provider: DemoProvider,
	style: DemoStyle,
	{ api, n8n, sandboxUrl }: Environment,
	root: string,
	signal?: AbortSignal,
): Promise<Verdict> {
	const { sandboxPath } = provider;
	const control = new SandboxControl(sandboxUrl, sandboxPath);
	const credential = await api.putCredential(credentialForStyle(provider, style, sandboxUrl));
	const example = await exampleWorkflow(root, provider, credential);
	const workflow = await api.createWorkflow({ ...example, name: `${example.name} (${style.label})` });
	await api.activate(workflow);
	const url = productionUrl(n8n.url, workflow);
	await control.saveWebhook(url);
	try {
		return await holdConversation({ ...style, sandboxPath }, sandboxUrl, signal);
	} finally {
		await control.removeWebhook(url);
		await api.deactivate(workflow);
		await api.deleteWorkflow(workflow);
	}
}
