import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { describeMethods, describeProperties, describeSubtitle } from '../../core/operation/registry';
import { run } from '../../core/operation/runner';
import { heltar, unwrap } from './api';
import { resources } from './operations';

export class Heltar implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Heltar',
		name: 'heltar',
		icon: { light: 'file:heltar.svg', dark: 'file:heltar.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: describeSubtitle(resources),
		description: 'Send WhatsApp messages and manage contacts over Heltar',
		defaults: { name: 'Heltar' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'heltarApi', required: true }],
		properties: describeProperties(resources),
	};

	methods = describeMethods(resources);

	async execute(this: IExecuteFunctions) {
		return await run(this, { dialect: heltar, unwrap, resources });
	}
}
