import { number, toggle } from './basic';
import { when } from './field';

/** How many results to return, in the two fields that n8n's own nodes ask for it by: all of them, or so many at most. */
export const returnAllOrLimit = () => ({
	returnAll: toggle({
		displayName: 'Return All',
		description: 'Whether to return all results or only up to a given limit',
	}),
	limit: when(
		{ returnAll: [false] },
		number({
			displayName: 'Limit',
			default: 50,
			min: 1,
			description: 'Max number of results to return',
		}),
	),
});
