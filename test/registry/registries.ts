import type { INodeType } from 'n8n-workflow';
import { readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';

import type { Resource } from '../../core/run/resources';

export interface Registry {
	/** Folder name below nodes/. */
	room: string;
	name: string;
	resources: readonly Resource[];
	node: INodeType;
}

const nodesFolder = join(__dirname, '../../nodes');

/** Through Jest, so that TypeScript is understood; by name, because which rooms there are is not known here. */
const load = <T extends object>(...path: string[]) => jest.requireActual<T>(join(nodesFolder, ...path));

/** Every provider's registry, found by its room, so that a new provider is covered without being listed. */
export const registries: Registry[] = readdirSync(nodesFolder)
	.filter((room) => existsSync(join(nodesFolder, room, 'operations')))
	.map((room) => {
		const { resources } = load<{ resources: readonly Resource[] }>(room, 'operations');
		const NodeClass = load<Record<string, new () => INodeType>>(room, `${room}.node`)[room];
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
