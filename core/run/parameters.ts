import type { IExecuteFunctions } from 'n8n-workflow';

import type { Field, ReadContext } from '../fields/field';
import { hint } from './hint';
import type { Operation } from './operation';
import { readField } from '../fields/record';

/**
 * Reads an operation's parameters for each item. What holds no expression, and reads nothing of the item by itself, is the
 * same for every item and is read once, which is what keeps a run over many thousand items fast.
 */
export class ParameterReader {
	private readonly sameForAllItems = new Map<Operation, Map<string, unknown>>();

	private readonly given: Record<string, unknown>;

	private readonly readContext: ReadContext;

	constructor(private readonly context: IExecuteFunctions) {
		this.given = context.getNode().parameters;
		this.readContext = {
			timezone: context.getTimezone(),
			warn: (message) => hint(context, message),
		};
	}

	/** Resource or operation of an item. */
	word(name: string, itemIndex: number): string {
		const given = this.given[name];
		return typeof given === 'string' && !holdsExpression(given)
			? given
			: String(this.context.getNodeParameter(name, itemIndex, ''));
	}

	/** @throws BadInput naming the field */
	values(operation: Operation, itemIndex: number): Record<string, unknown> {
		const sameForAllItems = this.sameForAllItems.get(operation) ?? new Map<string, unknown>();
		this.sameForAllItems.set(operation, sameForAllItems);
		const values: Record<string, unknown> = {};
		const item = () => this.context.getInputData()[itemIndex]?.json ?? {};
		const readContext = { ...this.readContext, item };
		for (const [name, field] of Object.entries(operation.fields)) {
			if (sameForAllItems.has(name)) {
				values[name] = sameForAllItems.get(name);
				continue;
			}
			const rawOf = () => this.context.getNodeParameter(name, itemIndex, field.property.default);
			values[name] = readField(field, name, values, rawOf, readContext);
			const given = this.given[name];
			const differs = holdsExpression(given) || field.readsItem?.(given);
			if (!differs && isConditionSameForAllItems(field, sameForAllItems)) {
				sameForAllItems.set(name, values[name]);
			}
		}
		return values;
	}
}

/** Whether the value that decides about showing this field is the same for every item, too. */
const isConditionSameForAllItems = (
	{ shownWhen = {} }: Field,
	sameForAllItems: ReadonlyMap<string, unknown>,
): boolean => Object.keys(shownWhen).every((other) => sameForAllItems.has(other));

/** Whether n8n would evaluate something in this parameter, at any depth. */
function holdsExpression(parameter: unknown): boolean {
	if (typeof parameter === 'string') return parameter.startsWith('=');
	if (typeof parameter !== 'object' || parameter === null) return false;
	return Object.values(parameter).some(holdsExpression);
}
