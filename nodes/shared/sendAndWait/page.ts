import type { Question } from './question';
import type { FormField } from './fields';

/*
 * The page a link opens. It changes nothing by being opened: link previews and bots fetch links, too. The answer comes
 * by the form on it, as a POST to the same signed address.
 */

/** Only what stands on the page itself may take effect: no scripts, nothing from elsewhere. */
export const PAGE_HEADERS = {
	'Content-Type': 'text/html; charset=utf-8',
	'Content-Security-Policy':
		"default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
	'Cache-Control': 'no-store',
	'Referrer-Policy': 'no-referrer',
	'X-Robots-Tag': 'noindex, nofollow',
};

/** What the person sent, by the names on the form. */
export type Submitted = Readonly<Record<string, unknown>>;

/** The name on the form of the answer that was chosen; fields are `field-0` and so on. */
export const ANSWER = 'answer';
export const nameOf = (at: number) => `field-${at}`;

/**
 * @param problem what is wrong with what was sent, which then stands in the form again
 */
export function questionPage(question: Question, sent: Submitted = {}, problem?: string): string {
	const { message, answers, fields = [], submitLabel = 'Send' } = question;
	const lines = message.split('\n').map(escape).join('<br>');
	const choices = answers?.map(
		({ title, description }, at) =>
			`<button type="submit" name="${ANSWER}" value="${at}">${escape(title)}${
				description ? `<small>${escape(description)}</small>` : ''
			}</button>`,
	);
	return page(
		`<h1>${lines}</h1>
${problem ? `<p class="problem" role="alert">${escape(problem)}</p>` : ''}
<form method="post">
${fields.map((field, at) => input(field, nameOf(at), asText(sent[nameOf(at)]))).join('\n')}
${choices?.join('\n') ?? `<button type="submit">${escape(submitLabel)}</button>`}
</form>`,
	);
}

/** A page that says something and asks for nothing. */
export const textPage = (text: string) => page(`<h1>${escape(text)}</h1>`);

function input({ label, type, options = [], required }: FormField, name: string, value: string): string {
	const attributes = `id="${name}" name="${name}"${required ? ' required' : ''}`;
	const control = {
		textarea: () => `<textarea ${attributes} rows="5">${escape(value)}</textarea>`,
		dropdown: () =>
			`<select ${attributes}><option value=""></option>${options
				.map((one) => `<option${one === value ? ' selected' : ''}>${escape(one)}</option>`)
				.join('')}</select>`,
	}[type as string];
	const plain = () =>
		`<input ${attributes} type="${type}"${type === 'number' ? ' step="any"' : ''} value="${escape(value)}">`;
	return `<label for="${name}">${escape(label)}${required ? ' *' : ''}</label>\n${(control ?? plain)()}`;
}

const page = (content: string) => `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Question</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 32rem; margin: 10vh auto 4rem; padding: 0 1.25rem; }
h1 { font-size: 1.25rem; line-height: 1.4; overflow-wrap: anywhere; }
form { display: grid; gap: .5rem; }
label { margin-top: .5rem; }
input, select, textarea, button { font: inherit; padding: .65rem .75rem; border: 1px solid #8888; border-radius: .5rem; }
button { margin-top: .75rem; background: #0a7c66; color: #fff; border-color: transparent; cursor: pointer; }
button small { display: block; opacity: .85; }
.problem { color: #b3261e; }
@media (prefers-color-scheme: dark) { .problem { color: #f2b8b5; } }
</style>
</head>
<body><main>
${content}
</main></body>
</html>`;

const asText = (value: unknown) => (typeof value === 'string' ? value : '');

const ENTITIES = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign as keyof typeof ENTITIES]);
