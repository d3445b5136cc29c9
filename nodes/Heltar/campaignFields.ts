import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../core/http/errors';
import type { FieldRecord, Values } from '../../core/fields/field';
import { when } from '../../core/fields/field';
import { choice, link, longText, number, text } from '../../core/fields/basic';
import { collection } from '../../core/fields/containers';
import { json } from '../../core/fields/json';
import { checkOnlyOption } from '../../core/run/checkOnly';
import type { Tools } from '../../core/run/operation';
import { componentsOf } from '../shared/templateFields';
import { customFieldOption, integrations } from './customData';
import { recipient } from './fields';
import { templateMessage } from './locators';
import { messagePreview } from './messagePreview';
import { templateEntry } from './templateEntry';

const ITEMS = { recipientSource: ['items'] };
const FILE = { recipientSource: ['file'] };

/**
 * Parameters of a campaign, whether it goes out now or later. Every item is one recipient, or names a file of them.
 * @param own options of one of the two only
 */
export const campaignFields = (own: FieldRecord = {}) => {
	const { templateName, languageCode, templateText, specifyVariables, variables, variablesJson } =
		templateMessage();
	return {
		campaignName: text({
			displayName: 'Campaign Name',
			placeholder: 'e.g. Season opening',
			description:
				'Items with the same campaign name, template, language and options are sent as one campaign',
		}),
		recipientSource: choice({
			displayName: 'Recipients',
			description: 'Where the recipients come from',
			options: [
				{ name: 'Items', value: 'items', description: 'Every item is a recipient' },
				{
					name: 'File',
					value: 'file',
					description: 'Recipients are listed in a file at a URL; each item sends one campaign',
				},
			],
		}),
		clientWaNumber: when(ITEMS, recipient()),
		finalPayloadFileUrl: when(
			FILE,
			link({
				displayName: 'File URL',
				placeholder: 'e.g. https://files.example.org/recipients.ndjson',
				description:
					'Public link to a text file with one recipient a line as JSON, such as <code>{"clientWaNumber": "447700900123", "variables": []}</code>. Heltar skips invalid lines and does not report them.',
			}),
		),
		recipientCount: when(
			FILE,
			number({
				displayName: 'Number of Recipients',
				placeholder: 'e.g. 250000',
				min: 1,
				description: 'Max number of lines of the file to use; the rest is ignored',
			}),
		),
		templateName,
		languageCode,
		templateText,
		specifyVariables: when(ITEMS, specifyVariables),
		variables: when(ITEMS, variables),
		variablesJson: when(ITEMS, variablesJson),
		options: collection({
			fields: {
				bidMultiplier: number({
					displayName: 'Bid Multiplier',
					placeholder: 'e.g. 1.2',
					decimals: 2,
					description:
						'Multiplier for the price WhatsApp may charge for a marketing message; not available to every account',
				}),
				campaignDesc: text({
					displayName: 'Description',
					placeholder: 'e.g. All customers in Leeds',
					description: 'A note about the campaign for your team',
				}),
				csvColumnConfig: json({
					displayName: 'Column Settings',
					description:
						'JSON that describes the columns of the table the recipients come from. Heltar stores it with the campaign.',
				}),
				...checkOnlyOption(),
				...(own as Record<never, never>),
				customField: customFieldOption(),
				originalFileUrl: link({
					displayName: 'Original File URL',
					placeholder: 'e.g. https://files.example.org/recipients.csv',
					description:
						'Link to the table the recipients come from. Heltar stores the link with the campaign.',
				}),
				source: text({
					displayName: 'Source',
					placeholder: 'e.g. n8n',
					description: 'A label that says where the campaign comes from. If empty, Heltar uses "direct".',
					trim: true,
				}),
				templateContent: longText({
					displayName: 'Text in Inbox',
					placeholder: 'e.g. Hello Dana, the season opens on Friday',
					description: 'The text Heltar shows for the messages in its inbox; recipients do not see it',
				}),
				templateHeader: text({
					displayName: 'Header in Inbox',
					placeholder: 'e.g. Season opening',
					description: 'The header Heltar shows for the messages in its inbox; recipients do not see it',
				}),
			},
		}),
	} satisfies FieldRecord;
};

/** What one item adds to a campaign: a recipient, or a file of them (Heltar API, "Send bulk campaign"). @throws BadInput */
export function campaignEntry({
	clientWaNumber,
	finalPayloadFileUrl,
	recipientCount,
	options,
	...variables
}: Values<ReturnType<typeof campaignFields>>): IDataObject {
	const { customField } = options;
	if (finalPayloadFileUrl === undefined) {
		return { clientWaNumber, variables: componentsOf(variables), ...integrations(customField) };
	}
	if (customField === undefined) return { finalPayloadFileUrl, recipientCount };
	throw new BadInput(
		'it cannot be used when the recipients come from a file',
		[
			{ name: 'options', label: 'Options' },
			{ name: 'customField', label: 'Custom Data' },
		],
		'Put it into the lines of the file: "integrations": [{"name": "metaCustomFieldHook", "customField": …}].',
	);
}

/** What a recipient would see. Of recipients who stand in a file nothing is read: the template is shown with its places. */
export async function campaignPreview(
	{ templateName, languageCode, ...variables }: Values<ReturnType<typeof campaignFields>>,
	tools: Tools,
): Promise<IDataObject> {
	return await messagePreview(templateEntry({ templateName, languageCode, ...variables }), tools);
}
