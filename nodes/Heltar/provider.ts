import { panelForms } from '../shared/panelForms/panelForms';
import { defineProvider } from '../shared/provider';
import { chatReader } from './chats';
import { credentialTest } from './credentialTest';
import { endpoints } from './endpoints';
import { heltar as http } from './http';
import { fileFetcher, readMarker, typingShower } from './incoming';
import { templates } from './locators';
import { resources } from './operations';
import { questions } from './questions';
import { fields, isVerified, texts } from './triggerFields';
import { isRegistered, ownSecret, register, registrationOf, SECRET_HEADER, unregister } from './webhook';
import { isAdmitted } from '../../whatsapp/events/admit';

/** Heltar: REST with a bearer key, bulk sends, contacts, campaigns, templates, attributes, webhooks by URL. */
export const heltar = defineProvider({
	name: 'Heltar',
	eventName: 'heltar',
	http,
	credentialTest,
	endpoints,
	resources,
	questions,
	templates,
	webhook: {
		fields,
		texts,
		isRegistered,
		register,
		unregister,
		proof: (context, { registration = 'automatic', options }) =>
			isVerified(registration, options)
				? {
						credentialType: http.credentialType,
						secret: async () => await ownSecret(context),
						admits: (secret, { headers }) => isAdmitted(secret, headers[SECRET_HEADER]),
						given: ({ headers }) => [headers[SECRET_HEADER]],
						registration: async () => await registrationOf(context),
					}
				: undefined,
		forms: panelForms,
		fetchFile: fileFetcher,
		markRead: readMarker,
		showTyping: typingShower,
		readChat: chatReader,
	},
});
