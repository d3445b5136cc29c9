import { BadInput } from '../../../core/http/errors';
import type { EventFilter } from '../../../whatsapp/events/filter';
import { filterProblem, senderProblem } from '../../../whatsapp/events/filter';

/** Refuses a filter that could never work while the user is still looking, at activation. @throws BadInput */
export function assertFilter(filter: EventFilter): void {
	const problem = filterProblem(filter);
	if (problem !== null) {
		throw new BadInput(`is not a valid regular expression: ${problem}`, [
			{ name: 'filters', label: 'Filters' },
			{ name: 'text', label: 'Text' },
		]);
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
