import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { describeMethods, describeProperties, describeSubtitle } from '../../core/operation/registry';
import { run } from '../../core/operation/runner';
import { helloAll } from './api';
import { resources } from './operations';

export class HelloAll implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Hello All',
		name: 'helloAll',
		icon: { light: 'file:helloAll.svg', dark: 'file:helloAll.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: describeSubtitle(resources),
		description: 'Send WhatsApp messages and manage templates, profile and custom fields over Hello All',
		defaults: { name: 'Hello All' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'helloAllApi', required: true }],
		properties: describeProperties(resources),
	};

	methods = describeMethods(resources);

	async execute(this: IExecuteFunctions) {
		return await run(this, { dialect: helloAll, unwrap: (body) => body, resources });
	}
}
