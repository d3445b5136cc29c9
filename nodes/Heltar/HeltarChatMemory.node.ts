import type { INodeType, INodeTypeDescription, ISupplyDataFunctions, SupplyData } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { memoryHint } from '../shared/builderHints';
import { credentialMethodsOf } from '../shared/credentialMethods';
import { describeFields } from '../shared/trigger/parameters';
import { memoryFields } from './chatMemory/fields';
import { supplyChatMemory } from './chatMemory/memory';
import { heltar } from './provider';

export class HeltarChatMemory implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Heltar Chat Memory',
		name: 'heltarChatMemory',
		icon: { light: 'file:heltar.svg', dark: 'file:heltar.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ "newest " + $parameter.windowSize + " messages" }}',
		description: 'Use the WhatsApp conversation stored in Heltar as the memory of an AI agent',
		defaults: { name: 'Heltar Chat Memory' },
		builderHint: memoryHint(heltar.name),
		inputs: [],
		outputs: [NodeConnectionTypes.AiMemory],
		outputNames: ['Memory'],
		credentials: [{ name: 'heltarApi', required: true, testedBy: 'testCredential' }],
		properties: describeFields(memoryFields),
	};

	methods = credentialMethodsOf(heltar);

	async supplyData(this: ISupplyDataFunctions, itemIndex: number): Promise<SupplyData> {
		return await supplyChatMemory(this, itemIndex);
	}
}
