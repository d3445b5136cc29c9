import { Badge, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { AnsweredCall, ApiCall } from '../server/control.ts';
import { queries } from '../server/queries.ts';
import { shownClock } from '../words.ts';
import classes from './inspector.module.css';
import { Json } from './Json.tsx';

export function StatusBadge({ status, pending = false }: { status: number | null; pending?: boolean }) {
	const fine = status !== null && status >= 200 && status < 300;
	const words = pending
		? 'retry to come'
		: status === null
			? 'no answer'
			: status === 0
				? 'broken'
				: String(status);
	return (
		<span className={classes.status} data-kind={pending ? 'pending' : fine ? 'fine' : 'bad'}>
			{words}
		</span>
	);
}

/** One call in a line. A call under way has no status yet. */
export function CallLine({ call }: { call: ApiCall }) {
	return (
		<span className={classes.callLine}>
			<time dateTime={call.at}>{shownClock(call.at)}</time>
			<strong>{call.method}</strong>
			<span>{call.path}</span>
			{call.fault && (
				<Badge size="xs" variant="outline" color="gray" tt="none" className={classes.faultMark}>
					{call.fault}
				</Badge>
			)}
			{call.status === null ? (
				<span className={classes.status} data-kind="pending">
					under way
				</span>
			) : (
				<StatusBadge status={call.status} />
			)}
		</span>
	);
}

/** What was asked and what was answered, read when it is opened. */
export function CallDetails({ seq }: { seq: number }) {
	const { data: call } = useQuery(queries.call(seq));
	return call ? <CallBodies call={call} /> : <Text size="sm">Looking it up …</Text>;
}

export function CallBodies({ call }: { call: AnsweredCall }) {
	const query = Object.keys(call.query).length > 0;
	return (
		<div className={classes.details}>
			{query && (
				<>
					<h4>Query</h4>
					<Json value={call.query} label="query" />
				</>
			)}
			<h4>Request body</h4>
			{call.body === null ? <Text size="sm">None</Text> : <Json value={call.body} label="request body" />}
			<h4>Answer{call.status ? ` ${call.status}` : ''}</h4>
			{call.answer === null ? (
				<Text size="sm">{call.status === 0 ? 'The connection was broken' : 'Without a body'}</Text>
			) : (
				<Json value={call.answer} label="answer" />
			)}
			<details>
				<summary>Request headers</summary>
				<Json value={call.headers} label="request headers" />
			</details>
		</div>
	);
}
