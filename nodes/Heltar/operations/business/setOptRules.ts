import { BadInput } from '../../../../core/http/errors';
import { when } from '../../../../core/fields/field';
import { choice } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { withLanguage } from '../../../shared/templateLanguage';
import { successOutput } from '../../answers';
import { templateMessage } from '../../locators';
import { versionsOf } from '../../messagePreview';
import { ruleFields } from '../../optRules';
import { endpoints } from '../../endpoints';

const optOut = ruleFields('optOutRules', {
	displayName: 'Opt-Out Rules',
	description: 'Customers whose message matches these rules no longer get messages',
	word: 'stop',
});
const optIn = ruleFields('optInRules', {
	displayName: 'Opt-in Rules',
	description: 'Customers whose message matches these rules get messages again',
	word: 'start',
});
const { templateName, languageCode, templateText } = templateMessage();
const REPLACING = { rules: ['replace'] };
const CONFIRMED = { ...REPLACING, confirmation: ['template'] };

/** Heltar API, "Update opt rules". The whole set is replaced; "Get" shows the present one under `optRules`. */
export const setOptRules = defineOperation({
	value: 'setOptRules',
	name: 'Set Opt-Out Rules',
	action: 'Set the opt out and opt in rules',
	description:
		'Replace all rules that let customers opt out or in by message. Rules you do not enter here are deleted, so get the current ones with "Get" first.',
	effect: 'send',
	fields: {
		rules: choice({
			displayName: 'Rules',
			description: 'What to do with the current rules',
			options: [
				{
					name: 'Replace All',
					value: 'replace',
					description: 'From now on, only the rules below apply',
				},
				{
					name: 'Remove All',
					value: 'none',
					description: 'Customers can no longer opt out or in by message',
				},
			],
		}),
		specifyOptOutRules: when(REPLACING, optOut.specifyOptOutRules),
		optOutRules: when(REPLACING, optOut.optOutRules),
		optOutRulesJson: when(REPLACING, optOut.optOutRulesJson),
		specifyOptInRules: when(REPLACING, optIn.specifyOptInRules),
		optInRules: when(REPLACING, optIn.optInRules),
		optInRulesJson: when(REPLACING, optIn.optInRulesJson),
		confirmation: when(
			REPLACING,
			choice({
				displayName: 'Confirmation',
				description: 'The message a customer gets after opting out',
				options: [
					{ name: 'None', value: 'none' },
					{ name: 'Template', value: 'template', description: 'An approved template without variables' },
				],
			}),
		),
		templateName: when(CONFIRMED, templateName),
		languageCode: when(CONFIRMED, languageCode),
		templateText: when(CONFIRMED, templateText),
	},
	complete: async (values, tools) => await withLanguage(values, tools, versionsOf),
	request: ({ rules, ...given }) => {
		const optOutRules = given.optOutRules ?? given.optOutRulesJson ?? [];
		const optInRules = given.optInRules ?? given.optInRulesJson ?? [];
		if (rules === 'replace' && optOutRules.length + optInRules.length === 0) {
			throw new BadInput(
				'nothing is filled in, neither here nor in the opt-in rules',
				[{ name: 'optOutRules', label: 'Opt-Out Rules' }],
				'To delete all rules, choose "Remove All".',
			);
		}
		const { templateName: template, languageCode: language } = given;
		return {
			endpoint: endpoints.setOptRules,
			body: {
				optOutRules,
				optInRules,
				...(template === undefined
					? {}
					: { templatePayload: { templateName: template, languageCode: language } }),
			},
		};
	},
	output: successOutput,
});
