import { defineOperation } from '../../../../core/run/operation';
import { createLinksCall } from '../../linkCalls';
import { shortLinkFields } from '../../shortLink';

/** Heltar API, "Create short links in bulk": items with the same settings go out in one call. */
export const createBulk = defineOperation({
	value: 'createBulk',
	name: 'Create in Bulk',
	action: 'Create short links in bulk',
	description:
		'Create a new short link for each item, many per request, even if the destination already has one',
	effect: 'create',
	fields: shortLinkFields(),
	bulk: createLinksCall,
	entry: ({ destinationLink }) => ({ destinationLink }),
});
