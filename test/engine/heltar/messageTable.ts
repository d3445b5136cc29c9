import type { IDataObject } from 'n8n-workflow';

export const CATALOG = '700100200300';

/** What a user enters, and the message it makes on the wire, less what all have in common. */
export const messages: Array<[operation: string, parameters: IDataObject, entry: IDataObject]> = [
	[
		'sendText',
		{ message: 'Your parcel left the *depot*.' },
		{ messageType: 'text', message: 'Your parcel left the *depot*.' },
	],
	[
		'sendMedia',
		{
			url: 'https://files.example.org/a%2520b/q3-report.pdf',
			mediaType: 'document',
			name: 'Q3 report.pdf',
			mimeType: 'application/pdf',
			size: 48213,
			caption: 'Q3 figures',
		},
		{
			messageType: 'media',
			mediaType: 'document',
			url: 'https://files.example.org/a%2520b/q3-report.pdf',
			name: 'Q3 report.pdf',
			mimeType: 'application/pdf',
			size: 48213,
			caption: 'Q3 figures',
		},
	],
	[
		'sendLocation',
		{ latitude: 28.4092136, longitude: 77.0601843, name: 'Meeting point', address: 'Sector 29, Gurugram' },
		{
			messageType: 'location',
			location: {
				latitude: 28.4092136,
				longitude: 77.0601843,
				name: 'Meeting point',
				address: 'Sector 29, Gurugram',
			},
		},
	],
	[
		'sendContacts',
		{
			contacts: {
				values: [{ formatted_name: 'Vikram Rao', phones: { values: [{ phone: '919800000555' }] } }],
			},
		},
		{
			messageType: 'contacts',
			contacts: [
				{
					name: { formatted_name: 'Vikram Rao', prefix: '919800000555' },
					phones: [{ phone: '919800000555', wa_id: '919800000555' }],
				},
			],
		},
	],
	[
		'sendButtons',
		{
			headerType: 'image',
			headerLink: 'https://files.example.org/menu%2520card.png',
			body: 'Pick a slot',
			footer: 'Reply within 2 hours',
			buttons: { values: [{ title: 'Morning', id: 'am' }, { title: 'Afternoon' }, { title: 'Evening' }] },
		},
		{
			messageType: 'interactive',
			interactive: {
				type: 'button',
				header: { type: 'image', image: { link: 'https://files.example.org/menu%2520card.png' } },
				body: { text: 'Pick a slot' },
				footer: { text: 'Reply within 2 hours' },
				action: {
					buttons: [
						{ type: 'reply', reply: { id: 'am', title: 'Morning' } },
						{ type: 'reply', reply: { id: 'Afternoon', title: 'Afternoon' } },
						{ type: 'reply', reply: { id: 'Evening', title: 'Evening' } },
					],
				},
			},
		},
	],
	[
		'sendList',
		{
			headerText: 'Support',
			body: 'Choose a topic',
			footer: 'Open 9 to 18',
			button: 'Topics',
			sections: {
				values: [
					{
						title: 'Billing',
						rows: {
							values: [
								{ title: 'Invoices', description: 'Copies and dates', id: 'inv' },
								{ title: 'Refunds', id: 'ref' },
							],
						},
					},
					{ title: 'Delivery', rows: { values: [{ title: 'Where is it?' }] } },
				],
			},
		},
		{
			messageType: 'interactive',
			interactive: {
				type: 'list',
				header: { type: 'text', text: 'Support' },
				body: { text: 'Choose a topic' },
				footer: { text: 'Open 9 to 18' },
				action: {
					button: 'Topics',
					sections: [
						{
							title: 'Billing',
							rows: [
								{ id: 'inv', title: 'Invoices', description: 'Copies and dates' },
								{ id: 'ref', title: 'Refunds' },
							],
						},
						{ title: 'Delivery', rows: [{ id: 'Where is it?', title: 'Where is it?' }] },
					],
				},
			},
		},
	],
	[
		'sendCtaUrl',
		{
			headerType: 'text',
			headerText: 'Order 88',
			body: 'Track your order',
			footer: 'Example Traders',
			display_text: 'Open',
			url: 'https://example.org/t/88',
		},
		{
			messageType: 'interactive',
			interactive: {
				type: 'cta_url',
				header: { type: 'text', text: 'Order 88' },
				body: { text: 'Track your order' },
				footer: { text: 'Example Traders' },
				action: {
					name: 'cta_url',
					parameters: { display_text: 'Open', url: 'https://example.org/t/88' },
				},
			},
		},
	],
	[
		'requestAddress',
		{
			headerType: 'text',
			headerText: 'Delivery',
			body: 'Where should we deliver?',
			footer: 'Example Traders',
			country: 'in',
			addressOptions: {
				values: '{"city": "Pune"}',
				saved_addresses: '[{"id": "home", "value": {"city": "Pune"}}]',
				validation_errors: '{}',
			},
		},
		{
			messageType: 'interactive',
			interactive: {
				type: 'address_message',
				header: { type: 'text', text: 'Delivery' },
				body: { text: 'Where should we deliver?' },
				footer: { text: 'Example Traders' },
				action: {
					name: 'address_message',
					parameters: {
						country: 'IN',
						saved_addresses: [{ id: 'home', value: { city: 'Pune' } }],
						values: { city: 'Pune' },
					},
				},
			},
		},
	],
	[
		'requestLocation',
		{ headerType: 'audio', headerLink: 'https://files.example.org/a.mp3', body: 'Share your location' },
		{
			messageType: 'interactive',
			interactive: {
				type: 'location_request_message',
				header: { type: 'audio', audio: { link: 'https://files.example.org/a.mp3' } },
				body: { text: 'Share your location' },
				action: { name: 'send_location' },
			},
		},
	],
	[
		'sendCatalogLink',
		{ businessNumber: '+91 80000-00001' },
		{ messageType: 'text', message: 'https://wa.me/c/918000000001' },
	],
	[
		'sendCatalog',
		{ body: 'See the range', footer: 'Example Traders' },
		{
			messageType: 'interactive',
			interactive: {
				type: 'catalog_message',
				body: { text: 'See the range' },
				footer: { text: 'Example Traders' },
				action: { name: 'catalog_message' },
			},
		},
	],
	[
		'sendProduct',
		{ catalog_id: CATALOG, product_retailer_id: 'SKU-7', body: 'This one?', footer: 'Example Traders' },
		{
			messageType: 'interactive',
			interactive: {
				type: 'product',
				body: { text: 'This one?' },
				footer: { text: 'Example Traders' },
				action: { catalog_id: CATALOG, product_retailer_id: 'SKU-7' },
			},
		},
	],
	[
		'sendProductList',
		{
			headerText: 'Bestsellers',
			body: 'Tap for details',
			footer: 'Example Traders',
			catalog_id: CATALOG,
			productSections: {
				values: [
					{ title: 'Cups', product_items: 'SKU-7, SKU-9' },
					{ title: 'Plates', product_items: 'SKU-8' },
				],
			},
		},
		{
			messageType: 'interactive',
			interactive: {
				type: 'product_list',
				header: { type: 'text', text: 'Bestsellers' },
				body: { text: 'Tap for details' },
				footer: { text: 'Example Traders' },
				action: {
					catalog_id: CATALOG,
					sections: [
						{
							title: 'Cups',
							product_items: [{ product_retailer_id: 'SKU-7' }, { product_retailer_id: 'SKU-9' }],
						},
						{ title: 'Plates', product_items: [{ product_retailer_id: 'SKU-8' }] },
					],
				},
			},
		},
	],
	[
		'sendInteractive',
		{
			interactive:
				'{"type": "request_contact_info", "body": {"text": "May we call you?"}, "action": {"name": "request_contact_info"}}',
		},
		{
			messageType: 'interactive',
			interactive: {
				type: 'request_contact_info',
				body: { text: 'May we call you?' },
				action: { name: 'request_contact_info' },
			},
		},
	],
];
