import type { ISupplyDataFunctions, SupplyData } from 'n8n-workflow';

import { BadInput } from '../../../core/http/errors';
import type { ChatMessage, MessageDetails } from './conversation';

/** A message as n8n's SDK for AI nodes takes it. */
export interface SdkMessage {
	role: ChatMessage['role'];
	content: Array<{ type: 'text'; text: string; providerMetadata: MessageDetails }>;
}

/** A memory as n8n's SDK takes it. */
export interface SdkMemory {
	readonly chatHistory: {
		getMessages(): Promise<SdkMessage[]>;
		addMessage(message: unknown): Promise<void>;
		addMessages(messages: unknown[]): Promise<void>;
		clear(): Promise<void>;
	};
	loadMessages(): Promise<SdkMessage[]>;
	saveTurn(input: string, output: string): Promise<void>;
	clear(): Promise<void>;
}

/** The part of n8n's SDK for AI nodes (`@n8n/ai-node-sdk`, a preview) that is used here. */
export interface Sdk {
	supplyMemory(context: ISupplyDataFunctions, memory: SdkMemory): SupplyData;
}

/** The first n8n that was seen to have it. */
const FIRST_N8N = '2.20';
const IS_MISSING: ReadonlySet<unknown> = new Set(['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND']);

/**
 * n8n's SDK, which n8n itself brings along. It is loaded when a memory is needed and not before: with an older n8n, which
 * has none, all other nodes of the package work.
 * @throws BadInput where this n8n has none, or another one than is known here
 */
export async function loadSdk(
	load: () => Promise<unknown> = async () => await import('@n8n/ai-node-sdk'),
): Promise<Sdk> {
	const sdk = await load().catch(nothingIfMissing);
	if (typeof (sdk as Partial<Sdk> | undefined)?.supplyMemory === 'function') return sdk as Sdk;
	throw new BadInput(
		`Heltar Chat Memory needs n8n ${FIRST_N8N} or newer: this version does not support memory nodes in community packages`,
		[],
		'Update n8n. Until then, use another memory, or read the conversation with Message → Get Many of the Heltar node.',
	);
}

function nothingIfMissing(error: unknown): undefined {
	if (!IS_MISSING.has((error as { code?: unknown } | undefined)?.code)) throw error;
	return undefined;
}

export const toSdkMessage = ({ role, text, details }: ChatMessage): SdkMessage => ({
	role,
	content: [{ type: 'text', text, providerMetadata: details }],
});
