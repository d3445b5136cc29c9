import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../../core/http/errors';
import { choice } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { builtFor, draftFrom, templateDraftFields } from '../../../shared/templateDraftFields';
import { successOutput } from '../../answers';
import { endpoints } from '../../endpoints';
import { checkedHeaderSample, headerFileField, uploadedHeaderSample } from '../../headerSample';
import { templateVersion } from '../../locators';

const UNCHANGED = 'UNCHANGED';
const OWN_TEXT = builtFor(UNCHANGED, 'MARKETING', 'UTILITY');

/** Heltar API, "Update template": the whole list of components is replaced. */
export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a template',
	description:
		'Replace the content of one language version of a template, or change its category. WhatsApp has to approve it again, and limits how often a template is edited.',
	effect: 'send',
	fields: {
		templateId: templateVersion(),
		category: choice({
			displayName: 'Category',
			description:
				'What the template is for. For an authentication template, choose Authentication even if the category stays the same, because the fields below depend on it.',
			options: [
				{ name: 'Leave as It Is', value: UNCHANGED },
				{ name: 'Utility', value: 'UTILITY' },
				{ name: 'Marketing', value: 'MARKETING' },
				{ name: 'Authentication', value: 'AUTHENTICATION' },
			],
		}),
		...templateDraftFields(OWN_TEXT, {
			fileSample: 'a new upload handle of a sample file. Leave empty if Header File is set',
			takesLocation: true,
			ways: [{ name: 'Leave Them as They Are', value: 'keep', description: 'Only the category is changed' }],
			afterHeaderSample: headerFileField(OWN_TEXT),
		}),
	},
	check: async (values, tools) => void contentOf(values, await checkedHeaderSample(values, tools)),
	prepare: async (values, tools) => await uploadedHeaderSample(values, tools),
	request: (values, handle) => ({
		endpoint: endpoints.updateTemplate,
		params: { templateId: values.templateId },
		body: contentOf(values, handle),
	}),
	output: (data, { templateId }) => ({ ...successOutput(data), templateId }),
});

type Draft = Parameters<typeof draftFrom>[1] & { category: string };

/** @throws BadInput */
function contentOf(draft: Draft, handle: string | undefined): IDataObject {
	const { category, specifyComponents } = draft;
	const changed = category === UNCHANGED ? {} : { category };
	if ((specifyComponents as string) !== 'keep') {
		return { ...changed, components: draftFrom(category, draft, handle).components as IDataObject[] };
	}
	if (category !== UNCHANGED) return changed;
	throw new BadInput(
		'nothing is changed, neither here nor in the category',
		[{ name: 'specifyComponents', label: 'Specify Components' }],
		'Choose another category, or give the components.',
	);
}
