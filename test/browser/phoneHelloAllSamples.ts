import { BUTTONS, FILES, LIST_ACTION, PERSON, words, type Sample } from './phoneSamples';

/** Hello All's messages of every kind. */
export function helloAllSamples(): Sample[] {
	const to = PERSON['hello-all'];
	const of = (type: string, content: object) => ({ to, recipient_type: 'individual', type, [type]: content });
	const template = (name: string, components: object[]) =>
		of('template', { name, language: { policy: 'deterministic', code: 'en' }, components });
	const link = (file: string) => ({ link: `${FILES}/${file}` });
	return [
		{
			kind: 'text',
			shows: 'Good morning',
			has: 'strong',
			message: of('text', { body: 'Good *morning*! Good morning' }),
		},
		{
			kind: 'image',
			shows: 'At the sea',
			has: 'img',
			message: of('image', { ...link('sunset.png'), caption: 'At the sea' }),
		},
		{
			kind: 'video',
			shows: 'How it works',
			has: 'video',
			message: of('video', { ...link('film.webm'), caption: 'How it works' }),
		},
		{ kind: 'audio', has: 'audio', message: of('audio', link('tone.wav')) },
		{
			kind: 'document',
			shows: 'invoice.pdf',
			has: 'a[download="invoice.pdf"]',
			message: of('document', { ...link('invoice.pdf'), filename: 'invoice.pdf' }),
		},
		{ kind: 'sticker', has: 'img[alt=Sticker]', message: of('sticker', link('sunset.png')) },
		{
			kind: 'location',
			shows: 'Head office',
			has: 'svg',
			message: of('location', { latitude: 12.97, longitude: 77.59, name: 'Head office' }),
		},
		{
			kind: 'contacts',
			shows: 'Meera Iyer',
			message: of('contacts', [
				{
					name: { formatted_name: 'Meera Iyer', first_name: 'Meera' },
					phones: [{ phone: '+91 90000 00555', type: 'WORK' }],
				},
			] as unknown as object),
		},
		{
			kind: 'reply buttons',
			shows: 'Shall we go on?',
			button: 'No',
			message: of('interactive', {
				type: 'button',
				body: { text: 'Shall we go on?' },
				action: { buttons: BUTTONS },
			}),
		},
		{
			kind: 'list',
			shows: 'Pick a topic',
			button: 'Topics',
			message: of('interactive', { type: 'list', body: { text: 'Pick a topic' }, action: LIST_ACTION }),
		},
		{
			kind: 'template with quick replies',
			shows: 'Pick-up after 5 pm',
			button: 'Tomorrow',
			message: template('order_ready', [
				{ type: 'header', parameters: words('1042') },
				{ type: 'body', parameters: words('Asha', '5 pm') },
			]),
		},
		{
			kind: 'template with a picture and a URL button',
			shows: 'what came in this week',
			has: 'img',
			button: 'See them',
			message: template('new_arrivals', [
				{ type: 'header', parameters: [{ type: 'image', image: link('sunset.png') }] },
				{ type: 'body', parameters: words('Asha') },
				{ type: 'button', sub_type: 'url', index: '0', parameters: words('shoes') },
			]),
		},
	];
}
