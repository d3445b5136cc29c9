import { setTimeout as sleep } from 'node:timers/promises';
import type { DemoProvider } from './providers.ts';
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
	provider: DemoProvider,
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
