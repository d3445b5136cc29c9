import type { IDataObject } from 'n8n-workflow';

import type { FieldRecord, Values } from '../../core/fields/field';
import { longText, number, text } from '../../core/fields/basic';
import { collection } from '../../core/fields/containers';
import { componentsOf } from '../shared/templateFields';
import { customFieldOption, integrations } from './customData';
import { recipient } from './fields';
import { templateMessage } from './locators';

/** Parameters of a campaign, whether it goes out now or later. Every item is one recipient. */
export const campaignFields = () =>
	({
		campaignName: text({
			displayName: 'Campaign Name',
			placeholder: 'e.g. Season opening',
			description:
				'Items with the same name, template, language and options are the recipients of one campaign',
		}),
		clientWaNumber: recipient(),
		...templateMessage(),
		options: collection({
			fields: {
				bidMultiplier: number({
					displayName: 'Bid Multiplier',
					placeholder: 'e.g. 1.2',
					decimals: 2,
					description:
						'Factor on the price WhatsApp may charge for a marketing message; not known to every account',
				}),
				campaignDesc: text({
					displayName: 'Description',
					placeholder: 'e.g. All customers in Leeds',
					description: 'A note about the campaign for your team',
				}),
				customField: customFieldOption(),
				templateContent: longText({
					displayName: 'Text in History',
					placeholder: 'e.g. Hello Dana, the season opens on Friday',
					description: 'The text Heltar shows for the messages in its inbox; recipients do not see it',
				}),
				templateHeader: text({
					displayName: 'Header in History',
					placeholder: 'e.g. Season opening',
					description: 'The header Heltar shows for the messages in its inbox; recipients do not see it',
				}),
			},
		}),
	}) satisfies FieldRecord;

/** One recipient of a campaign (Heltar API, "Send bulk campaign"). */
export const campaignRecipient = ({
	clientWaNumber,
	options,
	...variables
}: Values<ReturnType<typeof campaignFields>>): IDataObject => ({
	clientWaNumber,
	variables: componentsOf(variables),
	...integrations(options.customField),
});
