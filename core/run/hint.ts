import type { IExecuteFunctions, ISupplyDataFunctions } from 'n8n-workflow';

type Hinted = IExecuteFunctions | ISupplyDataFunctions;

const given = new WeakMap<Hinted, Set<string>>();

/** Shows a doubt beside the output, once per run however many items raise it. Nothing stops because of it. */
export function hint(context: Hinted, message: string): void {
	const already = given.get(context) ?? new Set<string>();
	given.set(context, already);
	if (already.has(message)) return;
	already.add(message);
	// A hint is never worth failing for: an older n8n shows none.
	context.addExecutionHints?.({ message, type: 'warning', location: 'outputPane' });
}
