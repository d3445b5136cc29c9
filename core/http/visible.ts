/**
 * Characters that cannot be seen: control characters but for line breaks and tabs, and Unicode's format characters. Not
 * those that belong to what is seen: joiners behind a letter or an emoji, and the tags that make a flag of one.
 */
const UNSEEN =
	/(?![\t\n\r\u{E0020}-\u{E007F}])(?!(?<=[\p{L}\p{M}\p{Emoji_Modifier}\p{Extended_Pictographic}\uFE0F])[\u200C\u200D])[\p{Cc}\p{Cf}]/gu;

/** A text in which what cannot be seen is written out: "[U+202A]". */
export const withUnseenShown = (text: string): string =>
	text.replace(UNSEEN, (character) => {
		const code = (character.codePointAt(0) as number).toString(16).toUpperCase();
		return `[U+${code.padStart(4, '0')}]`;
	});

/** A text as n8n shows it where it takes HTML: in descriptions of errors, hints and notices. */
export const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
