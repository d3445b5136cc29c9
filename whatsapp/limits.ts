/** Lengths in Unicode code points, counts in pieces. WhatsApp's own, unless a provider's documentation is stricter. */
export const limits = {
	text: 4096,
	caption: 1024,
	interactive: { body: 1024, footer: 60, header: 60 },
	/** Reply buttons (Meta, "Interactive reply buttons messages"). */
	buttons: { count: 3, title: 20, id: 256 },
	/** Lists (Meta, "Interactive list messages"). WhatsApp takes 10 rows in total; Heltar documents 10 in each section. */
	list: {
		body: 4096,
		button: 20,
		sections: 10,
		sectionTitle: 24,
		rows: 10,
		title: 24,
		description: 72,
		id: 200,
	},
	/** A button that opens a web page (Meta, "Interactive call-to-action URL button messages"). */
	urlButton: { text: 20 },
	/** Forms (Meta, "Sending a Flow"). */
	flow: { button: 30 },
	/** Cards side by side (Meta, "Interactive media carousel messages"). */
	carousel: { cards: { least: 2, most: 10 }, body: 160, bodyLineBreaks: 2 },
	/** Orders to pay (Meta, "Payments": India, Singapore, Brazil). */
	order: { reference: 35, brazilianReference: 60, name: 60, note: 60, description: 120, images: 10 },
	/** Groups (Meta, "Groups API"). */
	group: { subject: 128, description: 2048, participants: 8, picture: { bytes: 5 * 1024 * 1024, side: 192 } },
	/** Product lists (Meta, "Multi-product messages"). */
	productList: { products: 30, sections: 10, sectionTitle: 24 },
	/**
	 * Definitions of templates (Meta, "Template components"; numbers of buttons as both providers document them, that of
	 * those that copy a code as Meta does, "Copy code buttons").
	 */
	template: {
		name: 512,
		header: 60,
		body: 1024,
		footer: 60,
		buttonText: 25,
		quickReplies: 3,
		actions: 2,
		copyCodes: 1,
		offer: 16,
		callPermission: 256,
	},
} as const;
