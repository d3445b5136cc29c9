import type { IDataObject } from 'n8n-workflow';

/** The same for forms, cards and orders. */
export const newerMessages: Array<[operation: string, parameters: IDataObject, entry: IDataObject]> = [
	[
		'sendFlow',
		{
			headerType: 'sticker',
			headerLink: 'https://files.example.org/hello.webp',
			body: 'Book a visit',
			footer: 'Example Traders',
			flow_id: 884112233445566,
			flow_cta: 'Choose a time',
			reference: '884112233445566-order-7',
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
