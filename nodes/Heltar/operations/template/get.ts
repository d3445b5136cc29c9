import { Refused } from '../../../../core/http/errors';
import { text } from '../../../../core/fields/basic';
import { collection } from '../../../../core/fields/containers';
import { defineOperation } from '../../../../core/run/operation';
import { templateList } from '../../lists';
import { template } from '../../locators';

/** Heltar API, "Fetch template details": every language version; an unknown name is answered with none. */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a template',
	description: 'Get the language versions of one template, each as an item of its own',
	effect: 'read',
	fields: {
		templateName: template(),
		options: collection({
			fields: {
				templateLang: text({
					displayName: 'Language',
					placeholder: 'e.g. en_GB',
					description: 'Only the version in this language',
					trim: true,
				}),
			},
		}),
	},
	request: ({ templateName, options }) => templateList.versions(templateName, options),
	output: (data, { templateName, options: { templateLang } }) => {
		// Older servers know no languages and answer with the template whatever is asked for.
		const versions = templateList
			.entries(data)
			.filter(({ language }) => !templateLang || language === undefined || language === templateLang);
		if (versions.length > 0) return versions;
		throw new Refused(
			`There is no template "${templateName}"${templateLang ? ` in the language ${templateLang}` : ''}`,
			{ advice: 'Names are written in lower case with underscores. Choose the template from the list.' },
		);
	},
});
