import type { INodeTypeDescription } from 'n8n-workflow';

import type { Resource } from '../../core/run/resources';
import { describeProperties } from '../../core/run/resources';
import { resumeWebhooks, waitingNodeTooltip } from './sendAndWait/resume';

/** What an action node is put together from. */
export { describeMethods, describeSubtitle } from '../../core/run/resources';
export { run } from '../../core/run/run';
export { resume } from './sendAndWait/resume';

/** The parts of a description that follow from a node's operations, and from the one that waits. */
export const actionParts = (resources: readonly Resource[]) =>
	({
		webhooks: resumeWebhooks,
		waitingNodeTooltip,
		properties: describeProperties(resources),
	}) satisfies Partial<INodeTypeDescription>;
