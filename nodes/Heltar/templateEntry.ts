import type { IDataObject } from 'n8n-workflow';

import { componentsOf } from '../shared/templateFields';

/** What a template adds to a message (Heltar API, "Send messages": `messageType` `template`). */
export const templateEntry = ({
	templateName,
	languageCode,
	...variables
}: { templateName?: string; languageCode?: string } & Parameters<typeof componentsOf>[0]): IDataObject => ({
	messageType: 'template',
	templateName,
	languageCode,
	variables: componentsOf(variables),
});
