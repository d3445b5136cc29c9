import type { PathPart } from '../../../core/http/errors';
import { BadInput } from '../../../core/http/errors';
import type { ListProblem } from '../../../whatsapp/interactive';

const LABELS: Record<string, string> = { id: 'ID', title: 'Title', rows: 'Rows' };

/**
 * Turns what a check of whatsapp/ found in a list into the user's mistake.
 * @param entries what the entries are called, from the outside in: "Section", "Row"
 * @throws BadInput when there is a problem
 */
export function assertNoProblem(problem: ListProblem | undefined, entries: readonly string[]): void {
	if (!problem) return;
	let depth = 0;
	const path = problem.at.map((step): PathPart => {
		if (typeof step === 'string') return { name: step, label: LABELS[step] ?? step };
		return { name: String(step), label: `${entries[depth++]} ${step + 1}` };
	});
	throw new BadInput(problem.problem, path);
}
