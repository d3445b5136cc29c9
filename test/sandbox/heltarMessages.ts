/** Messages as Heltar's bulk endpoint takes them, each to the same customer. */

export const TO = '919811111111';

export const interactive = (value: object, more: object = {}) => ({
	clientWaNumber: TO,
	messageType: 'interactive',
	interactive: { body: { text: 'Choose' }, ...value },
	...more,
});

export const buttons = (...titles: string[]) =>
	interactive({
		type: 'button',
		action: { buttons: titles.map((title, index) => ({ type: 'reply', reply: { id: `b${index}`, title } })) },
	});

export const rows = (count: number, offset = 0) =>
	Array.from({ length: count }, (_, index) => ({ id: `r${offset + index}`, title: `Row ${offset + index}` }));

export const list = (...sections: object[]) =>
	interactive({ type: 'list', action: { button: 'Topics', sections } });

export const media = (more: object = {}) => ({
	clientWaNumber: TO,
	messageType: 'media',
	mediaType: 'image',
	url: 'https://files.example.com/shoe.jpg',
	name: 'shoe.jpg',
	mimeType: 'image/jpeg',
	...more,
});

export const card = (name: object = { formatted_name: 'Dana Field', prefix: 'Dr' }) => ({
	clientWaNumber: TO,
	messageType: 'contacts',
	contacts: [{ name, phones: [{ phone: '+44 7700 900555', wa_id: '447700900555' }] }],
});

export const location = (value: object) => ({ clientWaNumber: TO, messageType: 'location', location: value });
