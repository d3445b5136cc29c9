import type { IHookFunctions, INodeProperties, IWebhookFunctions } from 'n8n-workflow';

import type { FieldRecord, Values } from '../../../core/fields/field';
import { readRecord, toProperty } from '../../../core/fields/record';

/** A trigger's properties, from its fields. */
export const describeFields = (fields: FieldRecord): INodeProperties[] =>
	Object.entries(fields).map(([name, field]) => toProperty(name, field));

/** A trigger's parameters, read like those of an operation. @throws BadInput naming the field */
export const readFields = <F extends FieldRecord>(
	context: IHookFunctions | IWebhookFunctions,
	fields: F,
): Values<F> =>
	readRecord(fields, (name, field) => context.getNodeParameter(name, field.property.default)) as Values<F>;
