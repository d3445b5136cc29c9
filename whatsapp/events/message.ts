import { compose, type Finding, type Setting } from './compose';
import { readContent } from './content';
import { readErrors } from './errors';
import type { MessageContext, Referral, WhatsAppEvent } from './event';
import { flagIn, given, isFilledObject, isObject, type JsonObject, objectIn, textIn, toText } from './json';
import { cleanNumber } from './number';
import { type Customer, identify } from './parties';

/** One member of `messages[]`: a customer wrote, or, on some panels, the business (a copy, known from two public programs). */
export function readMessage(message: JsonObject, setting: Setting): WhatsAppEvent[] {
	if (isCopy(message, setting)) return readEcho(message, setting);
	const customer = identify(
		textIn(message, 'from'),
		textIn(message, 'from_user_id', 'from_bsuid'),
		setting.contacts,
	);
	return [
		composeMessage(message, setting, customer, {
			direction: 'inbound',
			from: customer.address,
			to: setting.ownNumber ?? cleanNumber(textIn(message, 'to')),
		}),
	];
}

/** Whether the number itself wrote to somebody. */
function isCopy(message: JsonObject, { ownNumber }: Setting): boolean {
	const [from, to] = [cleanNumber(textIn(message, 'from')), textIn(message, 'to')];
	return ownNumber !== null && from === ownNumber && to !== null && cleanNumber(to) !== ownNumber;
}

/** One member of `message_echoes[]`: the business wrote, on its phone or another system. */
export function readEcho(message: JsonObject, setting: Setting): WhatsAppEvent[] {
	const customer = identify(textIn(message, 'to'), textIn(message, 'to_user_id'), setting.contacts);
	return [
		composeMessage(message, setting, customer, {
			direction: 'outbound',
			from: cleanNumber(textIn(message, 'from')) ?? setting.ownNumber,
			to: customer.address,
		}),
	];
}

function composeMessage(
	message: JsonObject,
	setting: Setting,
	{ userId, profileName, username }: Customer,
	way: Pick<Finding, 'direction' | 'from' | 'to'>,
): WhatsAppEvent {
	const { type, text, blocks } = readContent(message);
	const own = readErrors(given(message, 'errors'));
	const errors = own.length > 0 ? own : setting.errors;
	const edited = objectIn(objectIn(message, 'edit'), 'message');
	return compose(setting, {
		event: 'message',
		type,
		text,
		raw: message,
		id: textIn(message, 'id'),
		...way,
		userId,
		profileName,
		groupId: textIn(message, 'group_id'),
		time: given(message, 'timestamp'),
		blocks: {
			username,
			...blocks,
			identity: given(message, 'identity'),
			context: readContext(given(message, 'context') ?? given(edited, 'context')),
			referral: readReferral(objectIn(message, 'referral')),
			errors: errors.length > 0 ? errors : undefined,
		},
	});
}

/** @param context the object of either API, or the bare id of the answered message */
export function readContext(context: unknown): MessageContext | undefined {
	const source = isObject(context) ? context : { id: toText(context) ?? undefined };
	if (!isFilledObject(source) || Object.values(source).every((value) => value === undefined))
		return undefined;
	const isFrequent = flagIn(source, 'frequently_forwarded') === true;
	return {
		id: textIn(source, 'id'),
		from: cleanNumber(textIn(source, 'from')),
		// Of what was forwarded often, WhatsApp says only that.
		forwarded: flagIn(source, 'forwarded') === true || isFrequent,
		frequentlyForwarded: isFrequent,
		mentions: given(source, 'mentions') ?? null,
		referredProduct: given(source, 'referred_product') ?? null,
	};
}

function readReferral(referral: JsonObject | undefined): Referral | undefined {
	if (!isFilledObject(referral)) return undefined;
	return {
		sourceUrl: textIn(referral, 'source_url'),
		sourceId: textIn(referral, 'source_id'),
		sourceType: textIn(referral, 'source_type'),
		headline: textIn(referral, 'headline'),
		body: textIn(referral, 'body'),
		mediaType: textIn(referral, 'media_type'),
		mediaUrl: textIn(referral, 'image_url', 'video_url', 'media_url'),
		thumbnailUrl: textIn(referral, 'thumbnail_url'),
		ctwaClid: textIn(referral, 'ctwa_clid'),
	};
}
