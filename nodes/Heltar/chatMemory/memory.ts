import type { ISupplyDataFunctions, SupplyData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { readRecord } from '../../../core/fields/record';
import { BadInput } from '../../../core/http/errors';
import { errorAndCallInWords } from '../../../core/http/log';
import { errorFacts } from '../../../core/http/nodeError';
import { hint } from '../../../core/run/hint';
import { conversationOf } from './conversation';
import type { MemoryValues } from './fields';
import { memoryFields, optionsOf } from './fields';
import { readConversation } from './readConversation';
import type { SdkMemory, SdkMessage } from './sdk';
import { loadSdk, toSdkMessage } from './sdk';
import { newestWithin } from './window';

/** Records that are read beyond the window, because notes, failed messages and the prompt are left out of it. */
const spareFor = (windowSize: number) => Math.max(30, windowSize);

/** What an agent gets that has this memory connected to it. @throws NodeOperationError */
export async function supplyChatMemory(
	context: ISupplyDataFunctions,
	itemIndex: number,
): Promise<SupplyData> {
	try {
		const { supplyMemory } = await loadSdk();
		const values = valuesOf(context, itemIndex);
		refuseOtherConversations(context, itemIndex, values.clientWaNumber);
		return supplyMemory(context, memoryOf(context, values));
	} catch (error) {
		throw inWords(context, error, itemIndex);
	}
}

/** The conversation as a memory. Nothing is written into it: what the agent answers is in it once it was sent. */
function memoryOf(context: ISupplyDataFunctions, values: MemoryValues): SdkMemory {
	let messages: Promise<SdkMessage[]> | undefined;
	const load = async () => await (messages ??= loadMessages(context, values));
	const nothing = async () => {};
	return {
		chatHistory: { getMessages: load, addMessage: nothing, addMessages: nothing, clear: nothing },
		loadMessages: load,
		saveTurn: nothing,
		clear: nothing,
	};
}

async function loadMessages(context: ISupplyDataFunctions, values: MemoryValues): Promise<SdkMessage[]> {
	const { clientWaNumber, messageId, windowSize } = values;
	const { maxCharacters, onReadError } = optionsOf(values);
	const result = await readConversation(context, {
		clientWaNumber,
		limit: windowSize + spareFor(windowSize),
		promptIds: messageId,
		keepsFailure: onReadError === 'continue',
	});
	if ('error' in result) {
		if (onReadError === 'stop')
			throw inWords(context, result.error, undefined, 'Could not read the conversation: ');
		const { message } = result.error;
		hint(
			context,
			`The agent has no memory in this execution, because the conversation could not be read: ${message}`,
		);
		context.logger.warn(`Heltar Chat Memory: continues without memory: ${errorAndCallInWords(result.error)}`);
		return [];
	}
	const conversation = conversationOf(result.records, new Set(messageId));
	const limits = { count: windowSize, characters: maxCharacters };
	return newestWithin(conversation, limits).map(toSdkMessage);
}

/** @throws BadInput */
function valuesOf(context: ISupplyDataFunctions, itemIndex: number): MemoryValues {
	return readRecord(
		memoryFields,
		(name, field) => context.getNodeParameter(name, itemIndex, field.property.default),
		false,
		{ timezone: context.getTimezone() },
	) as MemoryValues;
}

/**
 * n8n gives an agent the memory of its first item, whatever the others are. Of several customers, one would be answered
 * with what another one wrote.
 * @throws BadInput
 */
function refuseOtherConversations(context: ISupplyDataFunctions, itemIndex: number, own: string): void {
	for (const at of context.getInputData(0, 'main').keys()) {
		if (at === itemIndex) continue;
		const { clientWaNumber } = memoryFields;
		if (clientWaNumber.read(context.getNodeParameter('clientWaNumber', at)) === own) continue;
		throw new BadInput(
			'The agent’s input items belong to different conversations, but n8n uses one memory for all of them',
			[],
			'Put a Loop Over Items node with a batch size of 1 in front of the agent.',
		);
	}
}

/** An error as n8n shows it at the agent: it takes the message of this one, and says that it comes from the memory. */
function inWords(
	context: ISupplyDataFunctions,
	error: unknown,
	itemIndex?: number,
	prefix = '',
): NodeOperationError {
	if (error instanceof NodeOperationError) return error;
	const { advice } = errorFacts(error);
	return new NodeOperationError(
		context.getNode(),
		prefix + (error instanceof Error ? error.message : String(error)),
		{
			description: typeof advice === 'string' ? advice : undefined,
			itemIndex,
			functionality: 'configuration-node',
		},
	);
}
