import type { IDataObject } from 'n8n-workflow';

import { isNotFound } from '../../core/http/errors';
import type { Tools } from '../../core/run/operation';
import { previewOf } from '../../whatsapp/preview';
import type { FilledComponent } from '../../whatsapp/templateMessage';
import type { TemplateVersion } from '../../whatsapp/templateVersion';
import { previewTemplate } from '../shared/templatePreview';
import { templateList, templateVersions } from './lists';

/** What the recipient would see of a message as Heltar takes it. */
export async function messagePreview(entry: IDataObject, tools: Tools): Promise<IDataObject> {
	const { messageType, message, caption, name, mediaType } = entry;
	const type = String(messageType);
	if (type === 'text') return { ...previewOf('text', message) };
	if (type === 'media') return { ...previewOf(String(mediaType), { caption, filename: name }) };
	if (type !== 'template') return { ...previewOf(type, entry[type]) };
	const named = {
		name: String(entry.templateName),
		language: String(entry.languageCode),
		components: (entry.variables ?? []) as unknown as FilledComponent[],
	};
	return await previewTemplate(named, async () => await versionsOf(named.name, tools));
}

/** The versions of a template; none where it does not exist. */
export async function versionsOf(name: string, { call, shared }: Tools): Promise<TemplateVersion[]> {
	return await shared(`template ${name}`, async () => {
		const answer = await call({ ...templateList.versions(name), effect: 'read' }).catch(noTemplate);
		return templateVersions(answer);
	});
}

/** A template that is not there has no versions. */
function noTemplate(error: unknown): [] {
	if (isNotFound(error)) return [];
	throw error;
}
