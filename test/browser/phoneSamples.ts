import { PROVIDERS } from '../../demo/providers';

/** One message of a kind, as users of the providers' APIs send it, and what its bubble must show. */
export interface Sample {
	kind: string;
	/** A text of the bubble; none where there is only a file. */
	shows?: string;
	/** A CSS selector of something that must be in it. */
	has?: string;
	/** A button it offers. */
	button?: string;
	/** In the provider's words. Addresses of files start with FILES. */
	message: object;
}

/** Stands for wherever sunset.png, tone.wav and film.webm are served. */
export const FILES = 'http://127.0.0.1:1';

/** A customer of each provider, by its part of a path in the sandbox. */
export const PERSON: Readonly<Record<string, string>> = Object.fromEntries(
	PROVIDERS.map(({ sandboxPath, customerWrites }) => [sandboxPath, customerWrites.from]),
);

export const words = (...values: string[]) => values.map((text) => ({ type: 'text', text }));

export const LIST_ACTION = {
	button: 'Topics',
	sections: [
		{
			title: 'Orders',
			rows: [
				{ id: 'track', title: 'Where is my order', description: 'With the parcel number' },
				{ id: 'return', title: 'Send something back' },
			],
		},
		{ title: 'Shop', rows: [{ id: 'hours', title: 'Opening hours' }] },
	],
};
export const BUTTONS = [
	{ type: 'reply', reply: { id: 'yes', title: 'Yes, please' } },
	{ type: 'reply', reply: { id: 'no', title: 'No' } },
];
export const FORM = {
	flow_id: '8841',
	flow_message_version: '3',
	flow_token: 'token-1',
	flow_cta: 'Choose a time',
	flow_action: 'navigate',
	flow_action_payload: { screen: 'TIMES' },
};

export const ORDER = {
	reference_id: 'R-77',
	type: 'physical-goods',
	currency: 'INR',
	payment_type: 'upi',
	payment_configuration: 'shop-upi',
	total_amount: { value: 34900, offset: 100 },
	order: {
		status: 'pending',
		items: [{ name: 'Blue cup', amount: { value: 34900, offset: 100 }, quantity: 1 }],
		subtotal: { value: 34900, offset: 100 },
		tax: { value: 0, offset: 100 },
	},
};

export const CARDS = [0, 1].map((card_index) => ({
	card_index,
	type: 'cta_url',
	header: { type: 'image', image: { link: 'https://files.example.com/card.png' } },
	body: { text: `Offer number ${card_index + 1}` },
	action: { name: 'cta_url', parameters: { display_text: 'See it', url: 'https://shop.example.com' } },
}));
