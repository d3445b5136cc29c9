import { ASHA } from './helloAllBench';

/** A message to Asha, as it is sent on premises and in the cloud alike. */
export const to = (type: string, content: unknown, more: object = {}) => ({
	to: ASHA,
	recipient_type: 'individual',
	type,
	[type]: content,
	...more,
});

export const LINK = 'https://files.example.com/shoe.jpg';

export const interactive = (value: object) => to('interactive', { body: { text: 'Choose' }, ...value });

export const buttons = (...titles: string[]) =>
	interactive({
		type: 'button',
		action: { buttons: titles.map((title, index) => ({ type: 'reply', reply: { id: `b${index}`, title } })) },
	});

export const rows = (count: number, offset = 0) =>
	Array.from({ length: count }, (_, index) => ({ id: `r${offset + index}`, title: `Row ${offset + index}` }));

export const list = (...sections: object[]) =>
	interactive({ type: 'list', action: { button: 'Choose', sections } });
