import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { FieldRecord } from '../../core/fields/field';
import type { AccountCall } from '../../core/http/apiStyle';
import type { CredentialTest } from '../../core/http/credentialTest';
import type { Endpoint } from '../../core/http/endpoint';
import type { ProviderHttp } from '../../core/http/providerHttp';
import type { Resource } from '../../core/run/resources';
import type { WhatsAppEvent } from '../../whatsapp/events/event';
import type { ServiceForms } from '../../whatsapp/events/service';
import type { QuestionChannel } from './sendAndWait/ask';
import type { TemplateSource } from './templateLists';
import type { ReadChat } from './trigger/chats';
import type { TriggerValues } from './trigger/fields';
import type { FetchFile } from './trigger/files';
import type { Proof, ReceivedDelivery } from './trigger/genuine';
import type { RegistrationTexts } from './trigger/panel';
import type { MarkRead, ShowTyping } from './trigger/readMarks';

/**
 * Everything the nodes of one provider are made of. The node classes hold what is written on the box: names, icon and
 * description.
 */
export interface Provider {
	/** For people, such as "Hello All". */
	name: string;
	/** The provider's word in events; saved workflows compare it, so it never changes. */
	eventName: WhatsAppEvent['provider'];
	/** Account, envelope and errors of every call. */
	http: ProviderHttp;
	/** How n8n finds out whether a credential works. */
	credentialTest: CredentialTest;
	/** What is called where. */
	endpoints: Readonly<Record<string, Endpoint>>;
	/** What accounts of the provider's other API styles call in their place, by the style. */
	styles?: Readonly<Record<string, Readonly<Record<string, AccountCall>>>>;
	/** The operations of the action node. */
	resources: readonly Resource[];
	/** How questions of Send and Wait for Response are sent, and where their answers come in. */
	questions: QuestionChannel;
	/** Where lists of templates and their language versions come from. */
	templates: TemplateSource;
	/** The trigger. */
	webhook: ProviderWebhook;
}

/** How a trigger is registered with a provider, and what its deliveries need. */
export interface ProviderWebhook {
	/** The trigger's parameters: those every trigger has, and the provider's own. */
	fields: FieldRecord;
	/** What the editor tells about its registration. */
	texts: RegistrationTexts;
	/** Whether the provider already delivers to this node as it should. */
	isRegistered(hook: IHookFunctions): Promise<boolean>;
	register(hook: IHookFunctions): Promise<boolean>;
	unregister(hook: IHookFunctions): Promise<boolean>;
	/** How deliveries prove that the provider sent them; undefined where the user wants no check. */
	proof(context: IWebhookFunctions, chosen: TriggerValues): Proof | undefined;
	/** The forms of its deliveries beside WhatsApp's own; absent where it has none. */
	forms?: ServiceForms;
	/**
	 * Hands a delivery on to a test of a workflow that listens, where a provider delivers to one address only.
	 * @returns whether the test took it
	 */
	handOn?(context: IWebhookFunctions, delivery: ReceivedDelivery): Promise<boolean>;
	/** Fetches files customers sent. */
	fetchFile(context: IWebhookFunctions): FetchFile;
	/** Shows the customer that a message was read. */
	markRead(context: IWebhookFunctions): MarkRead;
	/** Shows the customer that an answer is on its way, and that the message was read. */
	showTyping(context: IWebhookFunctions): ShowTyping;
	/** Reads who handles a chat; absent where the provider does not tell. Its trigger then has no `chatOptions`. */
	readChat?(context: IWebhookFunctions): ReadChat;
}

export const defineProvider = (provider: Provider): Provider => provider;
