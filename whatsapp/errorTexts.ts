import { codeInText } from './metaError';

/**
 * What WhatsApp says of an error in words, title or details, by its code (Meta, "Cloud API error codes"). For lists that
 * hand on the words and leave out the code. The more special text comes first.
 */
const TEXTS: ReadonlyArray<readonly [text: RegExp, code: string]> = [
	[/pair rate limit|to this (recipient|person) in a short (period of )?time/i, '131056'],
	[/spam rate limit/i, '131048'],
	[/rate limit (hit|issues)|throughput has been reached|too many messages/i, '130429'],
	[/healthy ecosystem|chose not to deliver/i, '131049'],
	[/stopped? (receiving )?marketing messages/i, '131050'],
	[/part of an experiment/i, '130472'],
	[/re-?engagement message|more than 24 hours/i, '131047'],
	[/message undeliverable|unable to deliver message|incapable of receiving/i, '131026'],
	[/recipient cannot be sender|equals the sender|recipient.*same.*sender/i, '131021'],
	[/unsupported message type/i, '131051'],
	[/media download error/i, '131052'],
	[/media upload error/i, '131053'],
	[/payment issue|payment method/i, '131042'],
	[/account (has been )?(locked|restricted)/i, '131031'],
	[/policies violations/i, '368'],
	[/phone number not registered/i, '133010'],
	[/template .*\bpaused\b/i, '132015'],
	[/template .*\bdisabled\b/i, '132016'],
	[/template name .*does not exist|template .*not approved/i, '132001'],
	[/number of (localizable_)?param(eter)?s/i, '132000'],
	[/translated text too long|text is longer than|hydrated text/i, '132005'],
	[/format (character policy violated|mismatch|does not match)/i, '132012'],
	[/required parameter is missing/i, '131008'],
	[/parameter value is not valid|invalid parameter/i, '131009'],
	[/service (is )?(temporarily )?unavailable/i, '131016'],
	[/something went wrong|unknown error/i, '131000'],
];

/** The code a text stands for: written into it, or known by its words. */
export const codeOfText = (text: string): string | undefined =>
	codeInText(text) ?? TEXTS.find(([pattern]) => pattern.test(text))?.[1];
