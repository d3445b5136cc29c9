/** The named characters of HTML that turn up in texts; numbered ones are computed. */
const NAMED: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: '\u00a0',
	copy: '©',
	reg: '®',
	trade: '™',
	hellip: '…',
	mdash: '—',
	ndash: '–',
	bull: '•',
	middot: '·',
	lsquo: '‘',
	rsquo: '’',
	ldquo: '“',
	rdquo: '”',
	laquo: '«',
	raquo: '»',
	euro: '€',
	pound: '£',
	yen: '¥',
	cent: '¢',
	sect: '§',
	deg: '°',
	times: '×',
	divide: '÷',
	plusmn: '±',
	frac12: '½',
	frac14: '¼',
	frac34: '¾',
	larr: '←',
	rarr: '→',
	uarr: '↑',
	darr: '↓',
	le: '≤',
	ge: '≥',
	ne: '≠',
	iexcl: '¡',
	iquest: '¿',
	szlig: 'ß',
	auml: 'ä',
	ouml: 'ö',
	uuml: 'ü',
	Auml: 'Ä',
	Ouml: 'Ö',
	Uuml: 'Ü',
	eacute: 'é',
	egrave: 'è',
	ecirc: 'ê',
	agrave: 'à',
	aacute: 'á',
	acirc: 'â',
	atilde: 'ã',
	ccedil: 'ç',
	iacute: 'í',
	ntilde: 'ñ',
	oacute: 'ó',
	ocirc: 'ô',
	otilde: 'õ',
	uacute: 'ú',
};

export const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,31}));/;

/** What an entity stands for; `undefined` where HTML has no such character, or this list does not. */
export function characterOf([, decimal, hexadecimal, name]: RegExpExecArray): string | undefined {
	if (name !== undefined) return Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
	const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal);
	const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
	return isCharacter ? String.fromCodePoint(code) : undefined;
}

/** A text with what its entities stand for. */
export const withCharacters = (text: string): string =>
	text.replace(/&#?\w+;/g, (entity) => {
		const found = ENTITY.exec(entity);
		return (found && characterOf(found)) ?? entity;
	});
