import {
	getPhoneNumber,
	getUser,
	readCompliance,
	readOrUpdateCompliance,
	updateCompliance,
} from './account.ts';
import type { KeyPlace } from './access.ts';
import type { Handler } from './body.ts';
import { assignChat, chatHistory, markChatDone } from './crm/chat.ts';
import { campaignReport, listCampaigns } from './crm/campaigns.ts';
import { createContact, deleteContact, listContacts } from './crm/contacts.ts';
import { searchChats } from './crm/search.ts';
import {
	createField,
	deleteField,
	deleteValue,
	listFields,
	listValues,
	upsertValues,
} from './customFields.ts';
import { deleteMedia, deleteMediaByQuery, downloadMedia, downloadMediaByQuery } from './media.ts';
import { uploadMedia } from './meta/media.ts';
import { postMessage } from './meta/messages.ts';
import { getObject } from './meta/objects.ts';
import { createMetaTemplate, listMetaTemplates, removeMetaTemplate } from './meta/templates.ts';
import { markMessageRead, sendDocumentByGet, sendMessage } from './messages.ts';
import { getAbout, getBusinessProfile, getPhoto, updateAbout } from './profile.ts';
import type { Dialect } from './settings.ts';
import { createTemplate } from './templateCreation.ts';
import { listTemplates, removeTemplate } from './templates.ts';
import { clearWebhook, getWebhook, setOrClearWebhook, setWebhook } from './webhookRoutes.ts';

export interface Endpoint {
	call: `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`;
	handle: Handler;
	/** The dialect that has it; both when left out. */
	only?: Dialect;
	/** Where the key may stand, if not in the header API-KEY. */
	key?: readonly KeyPlace[];
}

const V1 = '/v1' as const;
const WEBHOOK = `${V1}/configs/webhook` as const;
const COMPLIANCE = `${V1}/settings/business/compliance_info` as const;
/** Style `meta`: the Cloud API as panels of the family pass it on, whichever version a caller names. */
const META = '/api/meta/:version' as const;
const OPERATOR = '/crm/chat/setting/:chat/operator' as const;
const D360 = ['D360-API-KEY'] as const;

/**
 * Every call the service answers, and in which dialect. `literal` follows the Hello All collection to the letter
 * where that can work at all, and has nothing the collection does not show; `conventional` is the on-premises API
 * the collection was copied from, plus what panels of its kind add. A path without the method asked for answers
 * 405, an unknown path 404.
 *
 * What the collection says, and what was made of it, where the two are not the same thing:
 *
 * | Collection                                | `literal`                                    | `conventional`                      |
 * | ----------------------------------------- | -------------------------------------------- | ----------------------------------- |
 * | Document message: GET with a body         | GET sends documents; POST, the URL of all    | POST; GET 405                       |
 * |                                           | other messages, sends every type             |                                     |
 * | Set Webhook: POST, key in the query       | POST, key in the query or in the header      | POST, key in the header             |
 * | Get Webhook: POST with a url              | GET 405; the POST overwrites, as a POST does | GET                                 |
 * | Delete Webhook: same request as Set       | DELETE 405; POST with an empty url clears,   | DELETE clears, whatever url its     |
 * |                                           | with a real one registers it                 | body names; POST with an empty url  |
 * |                                           |                                              | is refused                          |
 * | Media: /v1/media.php?id=                  | that; /v1/media/{id} 404                     | both                                |
 * | Update Profile About: PATCH on            | that; PATCH /v1/settings/profile/about 405   | PATCH /v1/settings/profile/about;   |
 * | /v1/configs/settings/business/profile     |                                              | the collection's path 404           |
 * | Update Compliance: GET with a body and    | that (without a body GET reads); the key     | POST updates, GET reads; API-KEY    |
 * | D360-API-KEY                              | only in D360-API-KEY; POST 405               |                                     |
 * | Profile reads: no key shown               | key demanded: a request without a key cannot | key demanded                        |
 * |                                           | name the number it is about                  |                                     |
 * | Template BODY with `type` twice, FOOTER   | `text`: the slip is in the JSON, not in      | `text`                              |
 * | with its text in `format`                 | methods and paths                            |                                     |
 * | Not in it: mark as read, delete template, | 404 or 405                                   | there                               |
 * | chat search, and the rest of /crm         |                                              |                                     |
 */
export const ENDPOINTS: readonly Endpoint[] = [
	{ call: `POST ${V1}/messages`, handle: sendMessage },
	{ call: `GET ${V1}/messages`, handle: sendDocumentByGet, only: 'literal' },
	{ call: `PUT ${V1}/messages/:id`, handle: markMessageRead, only: 'conventional' },

	{ call: `GET ${V1}/configs/templates`, handle: listTemplates },
	{ call: `POST ${V1}/configs/templates`, handle: createTemplate },
	{ call: `DELETE ${V1}/configs/templates/:name`, handle: removeTemplate, only: 'conventional' },

	{ call: `POST ${WEBHOOK}`, handle: setWebhook, only: 'conventional' },
	{ call: `POST ${WEBHOOK}`, handle: setOrClearWebhook, only: 'literal', key: ['API-KEY', 'query'] },
	{ call: `GET ${WEBHOOK}`, handle: getWebhook, only: 'conventional' },
	{ call: `DELETE ${WEBHOOK}`, handle: clearWebhook, only: 'conventional' },

	{ call: `GET ${V1}/media.php`, handle: downloadMediaByQuery },
	{ call: `DELETE ${V1}/media.php`, handle: deleteMediaByQuery },
	{ call: `GET ${V1}/media/:id`, handle: downloadMedia, only: 'conventional' },
	{ call: `DELETE ${V1}/media/:id`, handle: deleteMedia, only: 'conventional' },

	{ call: `GET ${V1}/configs/phone_number`, handle: getPhoneNumber },
	{ call: 'GET /api/getuser', handle: getUser },

	{ call: `GET ${V1}/settings/business/profile`, handle: getBusinessProfile },
	{ call: `GET ${V1}/settings/profile/about`, handle: getAbout },
	{ call: `PATCH ${V1}/settings/profile/about`, handle: updateAbout, only: 'conventional' },
	{ call: `PATCH ${V1}/configs/settings/business/profile`, handle: updateAbout, only: 'literal' },
	{ call: `GET ${V1}/settings/profile/photo`, handle: getPhoto },

	{ call: `POST ${COMPLIANCE}`, handle: updateCompliance, only: 'conventional' },
	{ call: `GET ${COMPLIANCE}`, handle: readCompliance, only: 'conventional' },
	{ call: `GET ${COMPLIANCE}`, handle: readOrUpdateCompliance, only: 'literal', key: D360 },

	{ call: 'GET /crm/setting/custom-field', handle: listFields },
	{ call: 'POST /crm/setting/custom-field', handle: createField },
	{ call: 'DELETE /crm/setting/custom-field/:id', handle: deleteField },
	{ call: 'GET /crm/chat/setting/:chat/custom-field', handle: listValues },
	{ call: 'POST /crm/chat/setting/:chat/custom-field', handle: upsertValues },
	{ call: 'DELETE /crm/chat/setting/:chat/custom-field/:id', handle: deleteValue },
	{ call: 'GET /crm/chat/search', handle: searchChats, only: 'conventional' },
	{ call: 'POST /crm/chat', handle: createContact, only: 'conventional' },
	{ call: 'GET /crm/chat', handle: listContacts, only: 'conventional' },
	{ call: 'DELETE /crm/chat/:chat', handle: deleteContact, only: 'conventional' },
	{ call: 'GET /crm/chat/:chat/messages', handle: chatHistory, only: 'conventional' },
	{ call: `POST ${OPERATOR}/assign_chat`, handle: assignChat, only: 'conventional' },
	{ call: `POST ${OPERATOR}/mark_as_done`, handle: markChatDone, only: 'conventional' },
	{ call: 'GET /crm/campaign', handle: listCampaigns, only: 'conventional' },
	{ call: 'GET /crm/campaign/:id/report', handle: campaignReport, only: 'conventional' },

	{ call: `POST ${META}/:phoneNumberId/messages`, handle: postMessage },
	{ call: `POST ${META}/:phoneNumberId/media`, handle: uploadMedia },
	{ call: `GET ${META}/:wabaId/message_templates`, handle: listMetaTemplates },
	{ call: `POST ${META}/:wabaId/message_templates`, handle: createMetaTemplate },
	{ call: `DELETE ${META}/:wabaId/message_templates`, handle: removeMetaTemplate },
	{ call: `GET ${META}/:id`, handle: getObject },
];
