import { message, TO } from './title';
import type { Title } from './title';

const session = (type: string, part: unknown) => ({
	to: TO,
	recipient_type: 'individual',
	type,
	[type]: part,
});

/** Messages within the 24-hour window. */
export const MESSAGE_TITLES: Record<string, Title> = {
	'Session Text Message': {
		parameters: { resource: 'message', operation: 'sendText', to: '+91 00000-00123', body: 'On its way.' },
		calls: () => message(session('text', { body: 'On its way.' })),
	},
	'Session Image Message': {
		parameters: {
			resource: 'message',
			operation: 'sendImage',
			to: TO,
			link: 'https://files.example.com/shoe.jpg',
		},
		calls: () => message(session('image', { link: 'https://files.example.com/shoe.jpg' })),
	},
	'Session Video Message': {
		parameters: {
			resource: 'message',
			operation: 'sendVideo',
			to: TO,
			link: 'https://files.example.com/setup.mp4',
			caption: 'How to set it up',
		},
		calls: () =>
			message(session('video', { link: 'https://files.example.com/setup.mp4', caption: 'How to set it up' })),
	},
	'Session Document Message': {
		parameters: {
			resource: 'message',
			operation: 'sendDocument',
			to: TO,
			link: 'https://files.example.com/inv-17.pdf',
			filename: 'inv-17.pdf',
		},
		calls: () =>
			message(session('document', { link: 'https://files.example.com/inv-17.pdf', filename: 'inv-17.pdf' })),
	},
	'Session List Message (Single Section)': {
		parameters: {
			resource: 'message',
			operation: 'sendList',
			to: TO,
			headerText: 'Support',
			body: 'How can we help?',
			footer: 'Open 9 to 18',
			button: 'Choose',
			sections: {
				values: [
					{
						title: 'Topics',
						rows: {
							values: [
								{ id: 'billing', title: 'Billing', description: 'Invoices and refunds' },
								{ id: 'delivery', title: 'Delivery', description: 'Where is my parcel' },
							],
						},
					},
				],
			},
		},
		calls: () =>
			message(
				session('interactive', {
					type: 'list',
					header: { type: 'text', text: 'Support' },
					body: { text: 'How can we help?' },
					footer: { text: 'Open 9 to 18' },
					action: {
						button: 'Choose',
						sections: [
							{
								title: 'Topics',
								rows: [
									{ id: 'billing', title: 'Billing', description: 'Invoices and refunds' },
									{ id: 'delivery', title: 'Delivery', description: 'Where is my parcel' },
								],
							},
						],
					},
				}),
			),
	},
	'Session List Message (Multiple Section)': {
		parameters: {
			resource: 'message',
			operation: 'sendList',
			to: TO,
			body: 'How can we help?',
			button: 'Choose',
			specifySections: 'json',
			sectionsJson: JSON.stringify([
				{ title: 'Orders', rows: [{ id: 'o1', title: 'Track', description: 'Track a parcel' }] },
				{ title: 'Account', rows: [{ id: 'a1', title: 'Password' }] },
			]),
		},
		calls: () =>
			message(
				session('interactive', {
					type: 'list',
					body: { text: 'How can we help?' },
					action: {
						button: 'Choose',
						sections: [
							{ title: 'Orders', rows: [{ id: 'o1', title: 'Track', description: 'Track a parcel' }] },
							{ title: 'Account', rows: [{ id: 'a1', title: 'Password' }] },
						],
					},
				}),
			),
	},
	'Session Reply Button Message': {
		parameters: {
			resource: 'message',
			operation: 'sendReplyButtons',
			to: TO,
			headerType: 'document',
			headerLink: 'https://files.example.com/inv-17.pdf',
			headerFileName: 'inv-17.pdf',
			body: 'Shall we deliver today?',
			footer: 'Reply within 2 hours',
			buttons: {
				values: [
					{ id: 'yes-1042', title: 'Yes' },
					{ id: 'no-1042', title: 'No' },
				],
			},
		},
		calls: () =>
			message(
				session('interactive', {
					type: 'button',
					header: {
						type: 'document',
						document: { link: 'https://files.example.com/inv-17.pdf', filename: 'inv-17.pdf' },
					},
					body: { text: 'Shall we deliver today?' },
					footer: { text: 'Reply within 2 hours' },
					action: {
						buttons: [
							{ type: 'reply', reply: { id: 'yes-1042', title: 'Yes' } },
							{ type: 'reply', reply: { id: 'no-1042', title: 'No' } },
						],
					},
				}),
			),
	},
};
