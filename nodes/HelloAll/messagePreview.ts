import type { IDataObject } from 'n8n-workflow';

import type { Tools } from '../../core/run/operation';
import { isObject, textIn } from '../../whatsapp/events/json';
import { previewOf } from '../../whatsapp/preview';
import type { FilledComponent } from '../../whatsapp/templateMessage';
import type { TemplateVersion } from '../../whatsapp/templateVersion';
import { readVersions } from '../../whatsapp/templateVersion';
import { previewTemplate } from '../shared/templatePreview';
import { listTemplates } from './template';

/** What the recipient would see of a message in WhatsApp's own form. */
export async function messagePreview(body: IDataObject, tools: Tools): Promise<IDataObject> {
	const { type, template } = body;
	if (type !== 'template' || !isObject(template)) return { ...previewOf(String(type), body[String(type)]) };
	const { name, language, components } = template;
	const named = {
		name: String(name),
		language: isObject(language) ? (textIn(language, 'code') ?? '') : '',
		components: (components ?? []) as FilledComponent[],
	};
	// There is no look-up of a single template.
	return await previewTemplate(named, async () => await allVersions(tools));
}

const allVersions = async (tools: Tools) =>
	readVersions(
		await tools.shared('templates', async () => {
			return await listTemplates(async (spec) => await tools.call({ ...spec, effect: 'read' }));
		}),
	);

/** The versions of a template; none where it does not exist. */
export const versionsOf = async (name: string, tools: Tools): Promise<TemplateVersion[]> =>
	(await allVersions(tools)).filter((version) => version.name === name);
