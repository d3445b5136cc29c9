import type { IDataObject } from 'n8n-workflow';

import { templatePreview } from '../../whatsapp/preview';
import type { FilledComponent } from '../../whatsapp/templateMessage';
import type { TemplateVersion } from '../../whatsapp/templateVersion';

/** A template that a message names. */
interface NamedTemplate {
	name: string;
	language: string;
	components: readonly FilledComponent[];
}

/**
 * A template as its recipient would see it, with a warning where it cannot be sent.
 * @param versions reads the versions of the template
 */
export async function previewTemplate(
	{ name, language, components }: NamedTemplate,
	versions: () => Promise<TemplateVersion[]>,
): Promise<IDataObject> {
	const all = await versions();
	const version = all.find((one) => one.name === name && (one.language ?? language) === language);
	const type = 'template';
	if (!version) {
		const known = all.flatMap((one) => (one.name === name && one.language ? [one.language] : []));
		const others = known.length > 0 ? `; it exists in ${known.join(', ')}` : '';
		return { type, text: '', warning: `Template ${name} does not exist in ${language}${others}` };
	}
	const { status, components: parts } = version;
	const isSendable = status === undefined || status.toUpperCase() === 'APPROVED';
	const warning = isSendable
		? {}
		: { warning: `Template ${name} (${language}) is ${status.toLowerCase()}, so it cannot be sent` };
	if (!parts)
		return { type, text: '', warning: 'The provider does not return the text of this template', ...warning };
	return { ...templatePreview(parts, components), ...warning } as IDataObject;
}
