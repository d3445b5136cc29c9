import type { IDataObject, INode } from 'n8n-workflow';
import { LoadOptionsContext } from 'n8n-core';

import type { Credentials } from './harness';
import { additionalData, nodeTypes, workflowWith } from './harness';

/**
 * Calls a list method of a node the way the editor does, with the parameters as they stand in the panel.
 * @param args of a list search: the filter and the token of the page before
 */
export async function loadInEditor<T>(options: {
	type: string;
	kind: 'listSearch' | 'loadOptions' | 'resourceMapping';
	method: string;
	parameters?: IDataObject;
	credentials: Credentials;
	args?: Array<string | undefined>;
}): Promise<T> {
	const { type, kind, method, parameters = {}, credentials, args = [] } = options;
	const workflow = workflowWith(type, parameters);
	const context = new LoadOptionsContext(
		workflow,
		workflow.getNode('Node') as INode,
		additionalData(credentials, { currentNodeParameters: parameters as INode['parameters'] }),
		'parameters',
	);
	const load = nodeTypes[type].methods?.[kind]?.[method] as
		| ((this: LoadOptionsContext, ...given: Array<string | undefined>) => Promise<T>)
		| undefined;
	if (!load) throw new Error(`${type} has no ${kind} method "${method}"`);
	return await load.apply(context, args);
}
