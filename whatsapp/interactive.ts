/** What stands above the text of an interactive message. Media are given by a link that WhatsApp fetches. */
export type Header =
	| { type: 'text'; text: string }
	| { type: 'image'; image: { link: string } }
	| { type: 'video'; video: { link: string } }
	| { type: 'audio'; audio: { link: string } }
	| { type: 'sticker'; sticker: { link: string } }
	| { type: 'document'; document: { link: string; filename?: string } };

/**
 * The `interactive` object of a message, in WhatsApp's own form (Meta, "Interactive messages"), which providers pass on.
 * A type, not an interface, so that it counts as plain data.
 */
export type Interactive = {
	type: string;
	header?: Header;
	body?: { text: string };
	footer?: { text: string };
	action: Record<string, unknown>;
};

/** An interactive message; header, body and footer are left out as a whole when empty: WhatsApp refuses empty ones. */
export function interactive(
	type: string,
	{ header, body, footer }: { header?: Header; body?: string; footer?: string },
	action: Record<string, unknown>,
): Interactive {
	return {
		type,
		...(header ? { header } : {}),
		...(body ? { body: { text: body } } : {}),
		...(footer ? { footer: { text: footer } } : {}),
		action,
	};
}

/** Something the person can choose: a reply button, or a row of a list. */
export interface Option {
	/** Comes back when they choose it. */
	id?: string;
	title: string;
	description?: string;
}

export interface Section {
	title?: string;
	rows: readonly Option[];
}

/** The action of type `button`. */
export function replyButtons(buttons: readonly Option[]) {
	return { buttons: withIds(buttons).map(({ id, title }) => ({ type: 'reply', reply: { id, title } })) };
}

/** The action of type `list`. `button` is the text of the button that opens the list. */
export function listOfOptions(button: string, sections: readonly Section[]) {
	const rows = withIds(sections.flatMap((section) => section.rows)).values();
	return {
		button,
		sections: sections.map(({ title, rows: own }) => ({
			...(title ? { title } : {}),
			rows: own.map(() => {
				const { id, title: rowTitle, description } = rows.next().value as Option;
				return { id, title: rowTitle, ...(description ? { description } : {}) };
			}),
		})),
	};
}

/** Gives every option an id: its own, or its title, numbered where that is taken already. */
export function withIds<T extends Option>(options: readonly T[]): Array<T & { id: string }> {
	const taken = new Set(options.map(({ id }) => id).filter(Boolean));
	return options.map((option) => {
		if (option.id) return { ...option, id: option.id };
		let id = option.title;
		for (let number = 2; taken.has(id); number++) id = `${option.title} ${number}`;
		taken.add(id);
		return { ...option, id };
	});
}

/** What is wrong in a list, at which places from the outside in; the problem stands after the last one's name. */
export interface ListProblem {
	/** Positions of entries (numbers, from 0) and the names of what is inside them. */
	at: ReadonlyArray<number | string>;
	problem: string;
}

/** Buttons of one message differ in title and id. */
export function buttonsProblem(buttons: readonly Option[]): ListProblem | undefined {
	return (
		repeated(
			buttons.map(({ title }) => title),
			(at) => [at, 'title'],
			'buttons',
		) ??
		repeated(
			buttons.map(({ id }) => id),
			(at) => [at, 'id'],
			'buttons',
		)
	);
}

/**
 * Sections have titles when there are several, and no two rows of a list share an id.
 * @param mostRows how many rows all sections may have together
 */
export function sectionsProblem(sections: readonly Section[], mostRows = Infinity): ListProblem | undefined {
	const untitled = sections.findIndex(({ title }) => !title);
	if (sections.length > 1 && untitled !== -1) {
		return { at: [untitled, 'title'], problem: 'must not be empty when there are several sections' };
	}
	const rows = sections.flatMap(({ rows: own }, section) =>
		own.map(({ id }, row) => ({ id, at: [section, 'rows', row, 'id'] })),
	);
	if (rows.length > mostRows) {
		return { at: [], problem: `${rows.length} rows in all, the maximum is ${mostRows}` };
	}
	return repeated(
		rows.map(({ id }) => id),
		(at) => rows[at]?.at ?? [],
		'rows of a list',
	);
}

function repeated(
	values: ReadonlyArray<string | undefined>,
	placeOf: (at: number) => ListProblem['at'],
	what: string,
): ListProblem | undefined {
	const at = values.findIndex((value, index) => value && values.indexOf(value) !== index);
	if (at === -1) return undefined;
	return {
		at: placeOf(at),
		problem: `must be unique among the ${what} ("${values[at]}" is used twice)`,
	};
}

export interface ProductSection {
	title: string;
	/** The products' own numbers (SKU), as the catalogue has them. */
	products: readonly string[];
}

/** The action of type `product_list`. */
export const productList = (catalogId: string, sections: readonly ProductSection[]) => ({
	catalog_id: catalogId,
	sections: sections.map(({ title, products }) => ({
		title,
		product_items: products.map((product) => ({ product_retailer_id: product })),
	})),
});

/** A message holds so many products at most, over all its sections. */
export function productsProblem(sections: readonly ProductSection[], most: number): ListProblem | undefined {
	const count = sections.reduce((sum, { products }) => sum + products.length, 0);
	if (count <= most) return undefined;
	return { at: [], problem: `${count} products in all, the maximum is ${most}` };
}
