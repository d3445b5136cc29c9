import type { FieldRecord } from '../../core/fields/field';
import type { Definition, Operation } from '../../core/run/operation';
import { defineOperation } from '../../core/run/operation';
import { messageCall, messagePacing } from './messageCall';

/** A kind of message: what it adds to an operation that sends. */
type MessageKind<F extends FieldRecord, P> = Omit<
	Definition<F, P>,
	'effect' | 'pacing' | 'request' | 'bulk' | 'run'
>;

/** An operation that sends one message for each item, many of them in one call (Heltar API, "Send messages"). */
export const defineMessage = <F extends FieldRecord, P = undefined>(kind: MessageKind<F, P>): Operation =>
	defineOperation<F, P>({
		...kind,
		effect: 'send',
		pacing: (values) => messagePacing(values),
		bulk: messageCall,
	});
