import type { INodeType } from 'n8n-workflow';
import { readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';

import type { Resource } from '../../core/operation/registry';

export interface Registry {
	/** Folder name below nodes/. */
	room: string;
	name: string;
	resources: readonly Resource[];
	node: INodeType;
}

const nodesFolder = join(__dirname, '../../nodes');

/** Every provider's registry, found by its room, so that a new provider is covered without being listed. */
export const registries: Registry[] = readdirSync(nodesFolder)
	.filter((room) => existsSync(join(nodesFolder, room, 'operations')))
	.map((room) => {
		const { resources } = require(join(nodesFolder, room, 'operations')) as {
			resources: readonly Resource[];
		};
		const NodeClass = (
			require(join(nodesFolder, room, `${room}.node`)) as Record<string, new () => INodeType>
		)[room];
		return { room, name: room.replace(/([a-z])([A-Z])/g, '$1 $2'), resources, node: new NodeClass() };
	});

export const everyOperation = registries.flatMap(({ room, resources }) =>
	resources.flatMap((resource) =>
		resource.operations.map((operation) => ({
			room,
			resource,
			operation,
			id: `${resource.value}.${operation.value}`,
		})),
	),
);
