import type { INodeTypeDescription } from 'n8n-workflow';

import type { Resource } from '../../core/operation/registry';
import { describeProperties } from '../../core/operation/registry';
import { resumeWebhooks, waitingNodeTooltip } from './sendAndWait/resume';

/** What an action node is put together from. */
export { describeMethods, describeSubtitle } from '../../core/operation/registry';
export { run } from '../../core/operation/runner';
export { resume } from './sendAndWait/resume';

/** The parts of a description that follow from a node's operations, and from the one that waits. */
export const actionParts = (resources: readonly Resource[]) =>
	({
		webhooks: resumeWebhooks,
		waitingNodeTooltip,
		properties: describeProperties(resources),
	}) satisfies Partial<INodeTypeDescription>;
