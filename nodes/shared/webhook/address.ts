/**
 * What names a webhook of n8n in every mode: the last two segments of its path, `<webhook id>/webhook`. Its test and its
 * production address share them; what stands before them differs and is configurable.
 */
export const webhookKey = (webhookUrl: string): string =>
	new URL(webhookUrl).pathname.split('/').slice(-2).join('/');
