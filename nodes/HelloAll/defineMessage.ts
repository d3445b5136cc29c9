import type { IDataObject } from 'n8n-workflow';

import { Refused } from '../../core/http/errors';
import type { RequestSpec } from '../../core/http/request';
import type { Field, FieldRecord, Values } from '../../core/fields/field';
import { optional } from '../../core/fields/field';
import { text } from '../../core/fields/basic';
import { collection } from '../../core/fields/containers';
import { checkOnlyOption } from '../../core/run/checkOnly';
import type { Operation, Tools } from '../../core/run/operation';
import { defineOperation } from '../../core/run/operation';
import { isSimplified, simplifyOption } from '../../core/run/simplify';
import type { Pacing } from '../../core/run/pacing';
import { pacingOptions } from '../../core/run/pacing';
import { WINDOW_CLOSED_CODES } from '../../whatsapp/errorCodes';
import { phoneNumber } from '../../whatsapp/phoneNumber';
import { comparableId } from '../../whatsapp/sameNumber';
import type { MessageKind } from '../shared/messages/kind';
import { closedWindowFields, wantsTemplate } from '../shared/closedWindow';
import { messagesOf, NOT_PART_OF_MESSAGE, textOptions } from '../shared/messageText';
import { onlyFirstTo, recipientOptions } from '../shared/recipientOptions';
import { recipientField } from '../shared/recipient';
import { withLanguage } from '../shared/templateLanguage';
import { sentMessage, textAt } from './answers';
import { undocumented } from './fields';
import { endpoints } from './endpoints';
import { messagePreview, versionsOf } from './messagePreview';
import { namesMessage } from './refusal';
import { templateContent, templateMessage } from './template';

/** Shortest number Hello All is sent (Hello All collection writes them with country code, digits only). */
const LEAST_DIGITS = 8;

/** At a tenth of a second for each call, enough for the rate WhatsApp takes. */
const DEFAULT_CALLS = 10;
const DEFAULT_TIMEOUT_SECONDS = 60;

/** Options that are read here; those of a kind of message go to its `content`. */
interface CallOptions extends Pacing {
	timeout?: number;
	message_id?: string;
}

export const recipient = (): Field<string> =>
	recipientField((typed) => phoneNumber(typed, LEAST_DIGITS), {
		displayName: 'Recipient',
		placeholder: 'e.g. 910000000123',
		description: 'Phone number with country code; a plus sign, spaces and dashes are removed',
	});

/** Options of every message, and those of its own kind. */
const messageOptions = <F extends FieldRecord>(own: F) =>
	collection({
		fields: {
			...own,
			...checkOnlyOption(),
			...recipientOptions(),
			...simplifyOption(),
			...pacingOptions({ concurrentCalls: DEFAULT_CALLS, timeoutSeconds: DEFAULT_TIMEOUT_SECONDS }),
			message_id: optional(
				text({
					displayName: 'Reply To',
					placeholder: 'e.g. wamid.HBgMOTEwMDAwMDAwMTIz',
					description: undocumented(
						'ID of the message to quote, such as the ID a trigger gave; the provisional ID of a queued message does not work',
					),
					trim: true,
				}),
			),
		},
	});

const HOW_WINDOW_IS_KNOWN =
	'works only if Hello All refuses the text at once: if your account queues messages, the template is never sent';

/** What an operation says about its message: its own part of the body of `POST /v1/messages`. */
interface MessageDefinition<F extends FieldRecord, O extends FieldRecord, P = undefined> {
	value: string;
	name: string;
	action: string;
	description: string;
	fields: F;
	options?: O;
	/** Whether a template can be sent in place of the message once the 24-hour window is closed. */
	templateWhenClosed?: boolean;
	/** As of any operation. */
	check?(values: Values<F>, tools: Tools): Promise<void>;
	prepare?(values: Values<F>, tools: Tools): Promise<P>;
	prepareForCheck?(values: Values<F>, tools: Tools): Promise<P>;
	/** Pure: `type`, the object of that name, and whatever else differs from other kinds. */
	content(values: Values<F>, options: Partial<Values<O>>, prepared: P): IDataObject & { type: string };
}

/**
 * An operation that sends one message to one person (Hello All collection: every "… Message"). Unlike Heltar's, this adds the
 * fields `to` and `options` itself, and makes one call per item. Messages to the same person keep their order.
 */
export function defineMessage<
	F extends FieldRecord,
	O extends FieldRecord = Record<never, never>,
	P = undefined,
>(kind: MessageDefinition<F, O, P>): Operation {
	const {
		fields,
		options,
		content,
		check,
		prepare,
		prepareForCheck,
		templateWhenClosed = false,
		...described
	} = kind;
	const all: FieldRecord = {
		to: recipient(),
		...fields,
		...(templateWhenClosed ? closedWindowFields(HOW_WINDOW_IS_KNOWN, templateMessage()) : {}),
		options: messageOptions({
			...options,
			...textOptions(fields),
		}),
	};
	return defineOperation<FieldRecord, P>({
		...described,
		check: check && (async (values, tools) => await check(values as Values<F>, tools)),
		prepareForCheck:
			prepareForCheck && (async (values, tools) => await prepareForCheck(values as Values<F>, tools)),
		prepare: prepare && (async (values, tools) => await prepare(values as Values<F>, tools)),
		fields: all,
		effect: 'send',
		complete: async (values, tools) => await withLanguage(values, tools, versionsOf),
		messages: (values) => messagesOf(all, values),
		onlyFirst: ({ to, options: given }) => onlyFirstTo(to, given),
		notPartOfMessage: NOT_PART_OF_MESSAGE,
		orderKey: (values) => comparableId(values.to as string),
		request({ to, options, ...own }, prepared) {
			const { message_id: quoted, timeout } = options as CallOptions;
			const message = content(own as Values<F>, options as Partial<Values<O>>, prepared);
			const context = quoted ? { context: { message_id: quoted } } : {};
			return messageRequest(to as string, { ...message, ...context }, timeout);
		},
		pacing(values) {
			const { messagesPerSecond, concurrentCalls = DEFAULT_CALLS } = values.options as CallOptions;
			return { messagesPerSecond, concurrentCalls };
		},
		instead(error, values) {
			const isClosed = error instanceof Refused && WINDOW_CLOSED_CODES.has(error.details.code ?? '');
			if (!isClosed || !wantsTemplate(values)) return undefined;
			const { to, options: given, ...template } = values;
			return messageRequest(to as string, templateContent(template), (given as CallOptions).timeout);
		},
		preview: async (_values, body, tools) => await messagePreview(body, tools),
		output: (answer, values, { isInstead }) => ({
			...sentMessage(answer, values.to as string, isSimplified(values)),
			...(wantsTemplate(values) ? { sentAs: isInstead ? 'template' : 'text' } : {}),
		}),
		sentId: (output) => textAt(output, 'messageId', 'queueId'),
	});
}

/** An operation for a kind of message in WhatsApp's own form. */
export const defineKindOfMessage = <F extends FieldRecord>(
	{ fields, message }: MessageKind<F>,
	described: Pick<MessageDefinition<F, FieldRecord>, 'value' | 'name' | 'action' | 'description'>,
): Operation =>
	defineMessage({
		...described,
		fields,
		content(values) {
			const { type, part } = message(values);
			return session(type, part);
		},
	});

export const messageRequest = (
	to: string,
	message: IDataObject,
	timeoutSeconds = DEFAULT_TIMEOUT_SECONDS,
): RequestSpec => ({
	endpoint: endpoints.sendMessage,
	body: { to, ...message },
	timeoutMs: timeoutSeconds * 1000,
	holdsResults: namesMessage,
});

/** Session messages name their kind of recipient; template messages do not (Hello All collection). */
export const session = (type: string, part: object): IDataObject & { type: string } => ({
	recipient_type: 'individual',
	type,
	[type]: part,
});
