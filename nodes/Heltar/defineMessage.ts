import type { IDataObject } from 'n8n-workflow';

import type { Field, FieldRecord, Values } from '../../core/fields/field';
import type { Definition, Operation } from '../../core/run/operation';
import { defineOperation, INSTEAD } from '../../core/run/operation';
import { isSimplified } from '../../core/run/simplify';
import { wantsTemplate } from '../shared/closedWindow';
import type { MessageKind } from '../shared/messages/kind';
import { messagesOf, NOT_PART_OF_MESSAGE } from '../shared/messageText';
import { onlyFirstTo } from '../shared/recipientOptions';
import { withLanguage } from '../shared/templateLanguage';
import { commonMessageFields, messageOptions, person } from './fields';
import { messageCall, messagePacing } from './messageCall';
import { messagePreview, versionsOf } from './messagePreview';
import { CONTACTS_AT_ONCE, needsRecipientState, sentInstead } from './recipientState';
import { withoutRecord } from './sendResults';
import { templateEntry } from './templateEntry';

/** What a message adds to an operation that sends. */
type MessageDefinition<F extends FieldRecord, P> = Omit<
	Definition<F, P>,
	'effect' | 'pacing' | 'request' | 'bulk' | 'run' | 'output'
>;

/** The fields that every message has. */
interface MessageValues {
	clientWaNumber: string;
	options: IDataObject;
}

/**
 * An operation that sends one message per item, many of them in one call (Heltar API, "Send messages"). Unlike Hello All's, the
 * operation brings the fields for recipient and options itself.
 */
export function defineMessage<F extends FieldRecord, P = undefined>(
	kind: MessageDefinition<F, P>,
): Operation {
	const ofMessage = (values: unknown) => values as MessageValues;
	return defineOperation<F, P | typeof INSTEAD>({
		...kind,
		effect: 'send',
		onlyFirst(values) {
			const { clientWaNumber, options } = ofMessage(values);
			return onlyFirstTo(clientWaNumber, options);
		},
		notPartOfMessage: NOT_PART_OF_MESSAGE,
		complete: async (values, tools) => await withLanguage(values, tools, versionsOf),
		messages: (values) => messagesOf(kind.fields, values),
		prepareIf: (values) => kind.prepare !== undefined || needsRecipientState(values),
		async prepare(values, tools) {
			return (await sentInstead(values, tools)) ?? ((await kind.prepare?.(values, tools)) as P);
		},
		async prepareForCheck(values, tools) {
			const prepare = kind.prepareForCheck ?? kind.prepare;
			return (await sentInstead(values, tools)) ?? ((await prepare?.(values, tools)) as P);
		},
		prepareAtOnce: kind.prepare ? undefined : CONTACTS_AT_ONCE,
		entry(values, prepared) {
			if (prepared !== INSTEAD) return kind.entry?.(values, prepared as P) as IDataObject;
			const { clientWaNumber, options, ...template } = ofMessage(values);
			return { ...commonMessageFields(clientWaNumber, options), ...templateEntry(template) };
		},
		output(result, values, { isInstead }) {
			const json = isSimplified(values) ? withoutRecord(result as IDataObject) : (result as IDataObject);
			if (!wantsTemplate(values)) return json;
			return { ...json, sentAs: isInstead ? 'template' : 'text' };
		},
		preview: async (_values, entry, tools) => await messagePreview(entry, tools),
		pacing: (values) => messagePacing(values),
		bulk: messageCall,
	});
}

/**
 * An operation for a kind of message that Heltar passes on as WhatsApp knows it, under `messageType`.
 * @param to whom it can go to, where that is not everybody
 */
export const defineKindOfMessage = <F extends FieldRecord>(
	{ fields, message }: MessageKind<F>,
	described: Pick<Definition<F, undefined>, 'value' | 'name' | 'action' | 'description'>,
	to: Field<string> = person(),
): Operation =>
	defineMessage({
		...described,
		fields: { clientWaNumber: to, ...fields, options: messageOptions(fields) } as FieldRecord,
		entry({ clientWaNumber, options, ...values }) {
			const { type, part } = message(values as Values<F>);
			return {
				...commonMessageFields(
					clientWaNumber as string,
					options as Parameters<typeof commonMessageFields>[1],
				),
				messageType: type,
				[type]: part,
			};
		},
	});
