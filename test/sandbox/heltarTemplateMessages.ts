import { TO } from './heltarMessages';

/** Components of a template, and the message that carries them. */

export const words = (type: string, ...texts: string[]) => ({
	type,
	parameters: texts.map((text) => ({ type: 'text', text })),
});

export const image = {
	type: 'header',
	parameters: [{ type: 'image', image: { link: 'https://files.example.com/a.jpg' } }],
};

export const document = {
	type: 'header',
	parameters: [
		{ type: 'document', document: { link: 'https://files.example.com/i.pdf', filename: 'i.pdf' } },
	],
};

export const button = (index: number, text: string) => ({ sub_type: 'url', index, ...words('button', text) });

export const named = (type: string, values: Record<string, string>) => ({
	type,
	parameters: Object.entries(values).map(([name, text]) => ({ type: 'text', parameter_name: name, text })),
});

export const template = (
	templateName: string,
	languageCode: string,
	variables?: unknown,
	more: object = {},
) => ({
	clientWaNumber: TO,
	messageType: 'template',
	templateName,
	languageCode,
	...(variables !== undefined && { variables }),
	...more,
});
