import type { Field, FieldRecord, Values } from '../../core/fields/field';
import type { Definition, Operation } from '../../core/run/operation';
import { defineOperation } from '../../core/run/operation';
import type { MessageKind } from '../shared/messages/kind';
import { commonMessageFields, messageOptions, person } from './fields';
import { messageCall, messagePacing } from './messageCall';

/** What a message adds to an operation that sends. */
type MessageDefinition<F extends FieldRecord, P> = Omit<
	Definition<F, P>,
	'effect' | 'pacing' | 'request' | 'bulk' | 'run'
>;

/**
 * An operation that sends one message per item, many of them in one call (Heltar API, "Send messages"). Unlike Hello All's, the
 * operation brings the fields for recipient and options itself.
 */
export const defineMessage = <F extends FieldRecord, P = undefined>(
	kind: MessageDefinition<F, P>,
): Operation =>
	defineOperation<F, P>({
		...kind,
		effect: 'send',
		pacing: (values) => messagePacing(values),
		bulk: messageCall,
	});

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
		fields: { clientWaNumber: to, ...fields, options: messageOptions() } as FieldRecord,
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
