/** Changes that are about the business rather than a conversation: templates, the account, groups, preferences. */

import { compose, type Setting } from './compose';
import type { WhatsAppEvent } from './event';
import { given, type JsonObject, objectIn, textIn, toText } from './json';
import { cleanNumber, looksLikeUserId } from './number';

const ACCOUNT_FIELD =
	/^(?:(?:account|phone_number|business|group|partner)_|(?:security|user_preferences|user_id_update|smb_app_state_sync|history)$)/;

export function isTemplateField(field: string | null): field is string {
	return field?.includes('template') ?? false;
}

export function isAccountField(field: string | null): field is string {
	return field !== null && ACCOUNT_FIELD.test(field);
}

/** WhatsApp Cloud API: webhooks, message_template_*_update and template_category_update. */
export function readTemplateChange(value: JsonObject, field: string, setting: Setting): WhatsAppEvent {
	const id = given(value, 'message_template_id') ?? null;
	const reason = textIn(value, 'reason');
	const template = {
		id,
		name: textIn(value, 'message_template_name'),
		language: textIn(value, 'message_template_language'),
		event: textIn(value, 'event'),
		reason: reason === 'NONE' ? null : reason,
		category: textIn(value, 'new_category', 'message_template_category'),
		quality: textIn(value, 'new_quality_score'),
		previousQuality: textIn(value, 'previous_quality_score'),
		rejection: objectIn(value, 'rejection_info') ?? null,
	};
	const name = template.name ?? toText(id);
	const language = template.language === null ? null : `(${template.language})`;
	const news = textIn(value, 'event', 'new_quality_score', 'new_category') ?? 'changed';
	return compose(setting, {
		event: 'template',
		type: field,
		text: `${['template', name, language].filter(Boolean).join(' ')}: ${news}`,
		raw: value,
		id: toText(id),
		time: given(value, 'timestamp'),
		blocks: { template },
	});
}

/**
 * An account change, or one member of its `groups[]` or `user_preferences[]`. Only the latter are a
 * customer's doing and have a sender.
 *
 * @param what the change's field or, where a relay left it out, the list's name
 */
export function readAccountChange(piece: JsonObject, what: string, setting: Setting): WhatsAppEvent[] {
	const isPreference = what === 'user_preferences';
	const word = isPreference ? textIn(piece, 'value') : textIn(piece, 'event', 'type', 'decision');
	const userId = isPreference ? textIn(piece, 'user_id') : null;
	const from = isPreference ? (cleanNumber(textIn(piece, 'wa_id')) ?? userId) : null;
	return [
		compose(setting, {
			event: 'account',
			type: what,
			text: word === null ? what : `${what}: ${word}`,
			raw: piece,
			from,
			userId: userId ?? (looksLikeUserId(from) ? from : null),
			groupId: textIn(piece, 'group_id'),
			time: given(piece, 'timestamp'),
			blocks: { account: { event: word } },
		}),
	];
}
