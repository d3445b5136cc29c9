import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { locatedId } from '../fields/locator';
import type { Operation } from './operation';
import { ParameterReader } from './parameters';
import type { Resource } from './resources';
import { findOperation } from './resources';

/** Whom each item is for, so that an output without an answer of the provider says it, too. */
export class Recipients {
	private readonly read = new Map<number, IDataObject>();

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly resources: readonly Resource[],
	) {}

	/** Remembers the recipient of an item whose parameters were read. */
	keep(index: number, operation: Operation, values: Readonly<Record<string, unknown>>): void {
		const name = recipientField(operation);
		const value = name === undefined ? undefined : values[name];
		this.read.set(index, name !== undefined && isNamed(value) ? { [name]: value } : {});
	}

	/**
	 * An item's recipient under the name of its parameter, such as `{to: '919800000101'}`. Where the parameters could not be
	 * read, it is what was typed. Empty where the operation has no recipient.
	 */
	of(index: number): IDataObject {
		return this.read.get(index) ?? this.asTyped(index);
	}

	private asTyped(index: number): IDataObject {
		try {
			const reader = new ParameterReader(this.context);
			const [resource, operation] = [reader.word('resource', index), reader.word('operation', index)];
			const found = findOperation(this.resources, resource, operation);
			const name = found && recipientField(found);
			if (name === undefined) return {};
			const value = locatedId(this.context.getNodeParameter(name, index, ''));
			return isNamed(value) ? { [name]: value } : {};
		} catch {
			// The item failed because n8n could not evaluate the parameter; its error says so.
			return {};
		}
	}
}

const recipientField = ({ fields }: Operation): string | undefined =>
	Object.keys(fields).find((name) => fields[name]?.isRecipient);

const isNamed = (value: unknown): value is string | number =>
	(typeof value === 'string' && value.trim() !== '') || typeof value === 'number';
