import { BadInput } from '../../../core/http/errors';
import type { EventFilter } from '../../../whatsapp/events/filter';
import { filterProblem, senderProblem } from '../../../whatsapp/events/filter';

/** Refuses a filter that cannot work, or not within a bounded time, while the user is still looking. @throws BadInput */
export function assertFilter(filter: EventFilter): void {
	const problem = filterProblem(filter);
	if (problem !== null) {
		throw new BadInput(
			problem,
			[
				{ name: 'filters', label: 'Filters' },
				{ name: 'text', label: 'Text' },
			],
			'Simplify the regular expression, or filter in the workflow with an If node.',
		);
	}
	const sender = senderProblem(filter);
	if (sender !== null) {
		const label = sender.list === 'allow' ? 'Allowed Senders' : 'Blocked Senders';
		throw new BadInput(
			sender.problem,
			[
				{ name: 'filters', label: 'Filters' },
				{ name: sender.list, label },
			],
			sender.advice,
		);
	}
}
