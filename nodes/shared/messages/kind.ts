import type { IDataObject } from 'n8n-workflow';

import type { FieldRecord, Values } from '../../../core/fields/field';
import type { Interactive } from '../../../whatsapp/interactive';

/** A message in WhatsApp's own form: its `type`, and the object that stands under that name (Meta, "Messages"). */
export interface WhatsAppMessage {
	type: string;
	part: IDataObject | IDataObject[];
}

/**
 * One kind of message: what the editor shows for it, and the message that is made of it. A provider adds the recipient,
 * its envelope and its options, and leaves out the kinds it cannot send.
 */
export interface MessageKind<F extends FieldRecord> {
	fields: F;
	/** Pure. @throws BadInput */
	message(values: Values<F>): WhatsAppMessage;
}

export const defineKind = <F extends FieldRecord>(kind: MessageKind<F>): MessageKind<F> => kind;

/** A kind of interactive message. */
export const defineInteractive = <F extends FieldRecord>(kind: {
	fields: F;
	interactive(values: Values<F>): Interactive;
}): MessageKind<F> => ({
	fields: kind.fields,
	message: (values) => ({ type: 'interactive', part: kind.interactive(values) as IDataObject }),
});
