import { text } from '../../../../core/fields/basic';
import { collection } from '../../../../core/fields/containers';
import { defineOperation } from '../../../../core/run/operation';
import { endpoints } from '../../endpoints';
import { template } from '../../locators';

/** Heltar API, "Delete template": the name alone deletes all languages. */
export const deleteTemplate = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a template',
	description:
		'Delete a template in all its languages, or one version of it. WhatsApp keeps a deleted name blocked for 30 days.',
	effect: 'send',
	fields: {
		templateName: template(),
		options: collection({
			fields: {
				templateId: text({
					displayName: 'Template ID',
					placeholder: 'e.g. 300000000000003',
					description: 'Deletes only the language version with this ID',
					trim: true,
				}),
			},
		}),
	},
	request: ({ templateName, options: { templateId } }) =>
		templateId
			? { endpoint: endpoints.deleteTemplateVersion, params: { templateName, templateId } }
			: { endpoint: endpoints.deleteTemplate, params: { templateName } },
	output: (_data, { templateName, options }) => ({ deleted: true, templateName, ...options }),
});
