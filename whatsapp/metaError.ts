import { given, type JsonObject, objectIn, textIn } from './events/json';

/**
 * An error as Meta words it, by whatever way it came: in an answer (Cloud API, "Error codes": `message`,
 * `error_data.details`, `error_user_msg`, `fbtrace_id`) or in a list of errors (`title` or `message`, `details`, `href`).
 */
export interface MetaError {
	/** A number mostly; what stands there as it stands there. */
	code: unknown;
	title: string | null;
	message: string | null;
	/** What says most about this one case. */
	details: string | null;
	/** What Meta would show to a user of its own. */
	userMessage: string | null;
	href: string | null;
	/** Meta's number of the request. */
	traceId: string | null;
}

export const metaError = (error: JsonObject): MetaError => ({
	code: given(error, 'code'),
	title: textIn(error, 'title'),
	message: textIn(error, 'message'),
	details: textIn(error, 'details') ?? textIn(objectIn(error, 'error_data'), 'details'),
	userMessage: textIn(error, 'error_user_msg'),
	href: textIn(error, 'href'),
	traceId: textIn(error, 'fbtrace_id'),
});

/** The most telling of an error's texts. */
export const mostTelling = ({ details, userMessage, message, title }: MetaError): string | undefined =>
	details ?? userMessage ?? message ?? title ?? undefined;

/** The code that Meta writes into its texts: "(#131047) Re-engagement message". */
export const codeInText = (text: unknown): string | undefined =>
	typeof text === 'string' ? /\(#(\d{1,6})\)/.exec(text)?.[1] : undefined;
