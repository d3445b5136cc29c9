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
	[
		'sendFlow',
		{
			headerType: 'sticker',
			headerLink: 'https://files.example.org/hello.webp',
			body: 'Book a visit',
			footer: 'Example Traders',
			flow_id: 884112233445566,
			flow_cta: 'Choose a time',
			flow_token: '884112233445566-order-7',
			flow_action: 'data_exchange',
			screen: 'TIMES',
			screenData: '{"city": "Pune"}',
			mode: 'draft',
		},
		{
			messageType: 'interactive',
			interactive: {
				type: 'flow',
				header: { type: 'sticker', sticker: { link: 'https://files.example.org/hello.webp' } },
				body: { text: 'Book a visit' },
				footer: { text: 'Example Traders' },
				action: {
					name: 'flow',
					parameters: {
						flow_id: '884112233445566',
						flow_message_version: '3',
						flow_token: '884112233445566-order-7',
						flow_cta: 'Choose a time',
						flow_action: 'data_exchange',
						flow_action_payload: { screen: 'TIMES', data: { city: 'Pune' } },
						mode: 'draft',
					},
				},
			},
		},
	],
	[
		'requestContactInfo',
		{ body: 'May we call you?' },
		{
			messageType: 'interactive',
			interactive: {
				type: 'request_contact_info',
				body: { text: 'May we call you?' },
				action: { name: 'request_contact_info' },
			},
		},
	],
	[
		'sendCarousel',
		{
			body: 'New in',
			cards: {
				values: [
					{
						headerType: 'image',
						headerLink: 'https://files.example.org/7.png',
						body: 'Blue cup',
						buttonType: 'url',
						display_text: 'Buy',
						url: 'https://example.org/cups/7',
					},
					{
						headerType: 'video',
						headerLink: 'https://files.example.org/8.mp4',
						buttonType: 'url',
						display_text: 'Buy',
						url: 'http://example.org/cups/8',
					},
				],
			},
		},
		{
			messageType: 'interactive',
			interactive: {
				type: 'carousel',
				body: { text: 'New in' },
				action: {
					cards: [
						{
							card_index: 0,
							type: 'cta_url',
							header: { type: 'image', image: { link: 'https://files.example.org/7.png' } },
							body: { text: 'Blue cup' },
							action: {
								name: 'cta_url',
								parameters: { display_text: 'Buy', url: 'https://example.org/cups/7' },
							},
						},
						{
							card_index: 1,
							type: 'cta_url',
							header: { type: 'video', video: { link: 'https://files.example.org/8.mp4' } },
							action: {
								name: 'cta_url',
								parameters: { display_text: 'Buy', url: 'http://example.org/cups/8' },
							},
						},
					],
				},
			},
		},
	],
	[
		'sendOrderDetails',
		{
			headerLink: 'https://files.example.org/cups.png',
			body: 'Your order',
			footer: 'Example Traders',
			reference_id: 'order-1042',
			gateway: 'payu',
			configuration_name: 'shop',
			gatewayData: '{"udf1": "R-7"}',
			items: {
				values: [
					{
						name: 'Blue cup',
						amount: 349,
						quantity: 2,
						sale_amount: 299.95,
						image: 'https://files.example.org/7.png',
					},
					{
						name: 'Tea pot',
						amount: 1299,
						quantity: 1,
						country_of_origin: 'India',
						importer_name: 'Example Imports',
						importer_address: { city: 'Pune', country_code: 'in' },
					},
				],
			},
			tax: 100.1,
			orderOptions: { shipping: 40, discount: 50, discountProgramName: 'Opening', taxDescription: 'GST' },
			beneficiary: {
				values: {
					name: 'Asha Verma',
					address_line1: '12 Station Road',
					city: 'Pune',
					state: 'Maharashtra',
					postal_code: 411001,
				},
			},
		},
		{
			messageType: 'interactive',
			interactive: {
				type: 'order_details',
				header: { type: 'image', image: { link: 'https://files.example.org/cups.png' } },
				body: { text: 'Your order' },
				footer: { text: 'Example Traders' },
				action: {
					name: 'review_and_pay',
					parameters: {
						reference_id: 'order-1042',
						type: 'physical-goods',
						currency: 'INR',
						payment_settings: [
							{
								type: 'payment_gateway',
								payment_gateway: { type: 'payu', configuration_name: 'shop', payu: { udf1: 'R-7' } },
							},
						],
						beneficiaries: [
							{
								name: 'Asha Verma',
								address_line1: '12 Station Road',
								city: 'Pune',
								state: 'Maharashtra',
								country: 'India',
								postal_code: '411001',
							},
						],
						total_amount: { value: 198900, offset: 100 },
						order: {
							status: 'pending',
							items: [
								{
									name: 'Blue cup',
									amount: { value: 34900, offset: 100 },
									quantity: 2,
									sale_amount: { value: 29995, offset: 100 },
									image: { link: 'https://files.example.org/7.png' },
								},
								{
									name: 'Tea pot',
									amount: { value: 129900, offset: 100 },
									quantity: 1,
									country_of_origin: 'India',
									importer_name: 'Example Imports',
									importer_address: { city: 'Pune', country_code: 'IN' },
								},
							],
							subtotal: { value: 189890, offset: 100 },
							tax: { value: 10010, offset: 100, description: 'GST' },
							shipping: { value: 4000, offset: 100 },
							discount: { value: 5000, offset: 100, discount_program_name: 'Opening' },
						},
					},
				},
			},
		},
	],
	[
		'sendOrderStatus',
		{
			body: 'On its way',
			reference_id: 'order-1042',
			status: 'shipped',
			description: 'Packed this morning',
			paymentStatus: 'captured',
			paymentTime: '2026-03-01T09:30:00Z',
		},
		{
			messageType: 'interactive',
			interactive: {
				type: 'order_status',
				body: { text: 'On its way' },
				action: {
					name: 'review_order',
					parameters: {
						reference_id: 'order-1042',
						order: { status: 'shipped', description: 'Packed this morning' },
						payment: { status: 'captured', timestamp: 1772357400 },
					},
				},
			},
		},
	],
];
