import { isAdmitted } from '../../whatsapp/events/admit';
import { defineProvider } from '../shared/provider';
import { endpoints } from './endpoints';
import { helloAll as http } from './http';
import { fileFetcher, readMarker } from './incoming';
import { resources } from './operations';
import { OwnAddress } from './ownAddress';
import { questions } from './questions';
import { isRegistered, register, unregister } from './registration';
import { templateSource } from './template';
import { fields } from './triggerFields';

/** Hello All: `/v1` with a key in a header, one webhook for each number, a CRM beside it. */
export const helloAll = defineProvider({
	name: 'Hello All',
	eventName: 'helloAll',
	http,
	endpoints,
	resources,
	questions,
	templates: templateSource,
	webhook: {
		fields,
		isRegistered,
		register,
		unregister,
		proof: (context, { options }) =>
			options.verify === false
				? undefined
				: {
						credentialType: http.credentialType,
						secret: async () => (await OwnAddress.of(context)).secret,
						admits: (secret, delivery) =>
							OwnAddress.tokensIn(delivery).some((token) => isAdmitted(secret, token)),
					},
		fetchFile: fileFetcher,
		markRead: readMarker,
	},
});
