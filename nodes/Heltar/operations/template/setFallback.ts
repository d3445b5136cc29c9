import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../../core/http/errors';
import { refined } from '../../../../core/fields/field';
import { choice, toggle } from '../../../../core/fields/basic';
import { collection } from '../../../../core/fields/containers';
import { loadedChoice } from '../../../../core/fields/loaded';
import { defineOperation } from '../../../../core/run/operation';
import { languagesOf } from '../../../shared/templateLists';
import { endpoints } from '../../endpoints';
import { template, templates } from '../../locators';

/** Characters of a language code here (Heltar API, "Template fallback"). */
const LANGUAGE = { least: 2, most: 10 };

/** Heltar API, "Template fallback": one setting for each template, language and reason; another one replaces it. */
export const setFallback = defineOperation({
	value: 'setFallback',
	name: 'Set Fallback',
	action: 'Set fallback of a template',
	description:
		'Let another template stand in for one that is paused, or that WhatsApp moved to the category marketing. An existing fallback for the same template and reason is replaced.',
	effect: 'send',
	fields: {
		sourceTemplateName: template({
			displayName: 'Template',
			description: 'The template that gets a fallback',
		}),
		sourceLanguageCode: refined(
			loadedChoice({
				displayName: 'Language Name or ID',
				description:
					'The language version that gets a fallback. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
				load: {
					name: 'getFallbackLanguages',
					method: languagesOf(templates, 'sourceTemplateName'),
					dependsOn: ['sourceTemplateName.value'],
				},
			}),
			(code) => {
				if (code.length >= LANGUAGE.least && code.length <= LANGUAGE.most) return code;
				throw new BadInput(`"${code}" must have ${LANGUAGE.least} to ${LANGUAGE.most} characters`);
			},
		),
		triggerCondition: choice({
			displayName: 'Reason',
			description: 'Why the fallback goes out instead',
			options: [
				{ name: 'Paused', value: 'PAUSED', description: 'WhatsApp paused the template' },
				{
					name: 'Utility to Marketing',
					value: 'UTILITY_TO_MARKETING',
					description: 'WhatsApp moved the template from the category utility to marketing',
				},
			],
		}),
		fallbackTemplateName: template({
			displayName: 'Fallback Template',
			description: 'The template that goes out instead. It needs the same language and variables.',
		}),
		options: collection({
			fields: {
				isEnabled: toggle({
					displayName: 'Enabled',
					default: true,
					description:
						'Whether the fallback is used. Leave this option out to keep the setting of an existing fallback.',
				}),
			},
		}),
	},
	request: ({ options, ...config }) => {
		if (config.sourceTemplateName !== config.fallbackTemplateName) {
			return { endpoint: endpoints.setFallback, body: { ...config, ...options } };
		}
		throw new BadInput(
			`"${config.fallbackTemplateName}" cannot be its own fallback`,
			[{ name: 'fallbackTemplateName', label: 'Fallback Template' }],
			'Choose another template.',
		);
	},
	output: (data, { options, ...config }) => ({ ...config, ...options, ...(data as IDataObject) }),
});
