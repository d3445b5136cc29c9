import { isAdmitted } from '../../whatsapp/events/admit';
import { panelForms } from '../shared/panelForms/panelForms';
import { defineProvider } from '../shared/provider';
import { credentialTest } from './credentialTest';
import { endpoints } from './endpoints';
import { helloAll as http, styleOf } from './http';
import { fileFetcher, readMarker, typingShower } from './incoming';
import { resources } from './operations';
import { OwnAddress } from './ownAddress';
import { questions } from './questions';
import { queueReport } from './queueReport';
import { isRegistered, register, registrationOf, unregister } from './registration';
import { META } from './styles';
import { templateSource } from './template';
import { handOn } from './testDelivery';
import { fields, texts } from './triggerFields';

/** Hello All: `/v1` with a key in a header or a Cloud API with a token, one webhook for each number, a CRM beside it. */
export const helloAll = defineProvider({
	name: 'Hello All',
	eventName: 'helloAll',
	http,
	credentialTest,
	endpoints,
	styles: { meta: META },
	resources,
	questions,
	templates: templateSource,
	webhook: {
		fields,
		texts,
		isRegistered,
		register,
		unregister,
		proof: (context, { options }) =>
			options.verify === false
				? undefined
				: {
						credentialType: http.credentialType,
						secret: async () =>
							// The address is pasted by a person, without a secret; the panel signs nothing either.
							(await styleOf(context)) === 'meta' ? null : (await OwnAddress.of(context)).secret,
						admits: (secret, delivery) =>
							OwnAddress.tokensIn(delivery).some((token) => isAdmitted(secret, token)),
						given: OwnAddress.tokensIn,
						registration: async () => await registrationOf(context),
					},
		forms: { ...panelForms, forms: [queueReport, ...panelForms.forms] },
		handOn,
		fetchFile: fileFetcher,
		markRead: readMarker,
		showTyping: typingShower,
	},
});
