import { ActionIcon, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useMemo } from 'react';
import classes from './inspector.module.css';

/** Longer texts are cut: a browser that colours megabytes stands still. */
const MOST = 40_000;
const TOKEN = /("(?:\\.|[^"\\])*")(\s*:)?|\b(true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** A body as it went over the wire, laid out and coloured where it is JSON. */
export function Json({ value, label }: { value: unknown; label: string }) {
	const text = useMemo(() => layOut(value), [value]);
	const shown = text.length > MOST ? `${text.slice(0, MOST)}\n… ${text.length - MOST} characters more` : text;
	return (
		<div className={classes.json}>
			<pre tabIndex={0} role="region" aria-label={label}>
				{colour(shown)}
			</pre>
			<CopyButton value={text}>
				{({ copied, copy }) => (
					<ActionIcon
						className={classes.copy}
						variant="default"
						size="sm"
						aria-label={copied ? 'Copied' : `Copy ${label}`}
						onClick={copy}
					>
						{copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
					</ActionIcon>
				)}
			</CopyButton>
		</div>
	);
}

function layOut(value: unknown): string {
	if (typeof value !== 'string') return JSON.stringify(value ?? null, null, 2);
	try {
		return JSON.stringify(JSON.parse(value), null, 2);
	} catch {
		return value;
	}
}

function colour(text: string) {
	const parts = [];
	let done = 0;
	for (const match of text.matchAll(TOKEN)) {
		const [whole, string, colon] = match;
		parts.push(text.slice(done, match.index));
		const kind = string === undefined ? 'other' : colon === undefined ? 'string' : 'key';
		parts.push(
			<span key={match.index} data-token={kind}>
				{whole}
			</span>,
		);
		done = match.index + whole.length;
	}
	parts.push(text.slice(done));
	return parts;
}
