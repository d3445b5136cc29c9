import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Delivery } from '../server/control.ts';
import { queries } from '../server/queries.ts';
import { shownClock } from '../words.ts';
import { StatusBadge } from './CallView.tsx';
import { Foldable } from './Foldable.tsx';
import classes from './inspector.module.css';
import { Json } from './Json.tsx';

/** One webhook: what it told, where it went, how it was taken. */
export function DeliveryView({ delivery }: { delivery: Delivery }) {
	const { at, event, url, status, attempts, error, pending, body } = delivery;
	const { data: webhooks = [] } = useQuery(queries.webhooks(delivery.provider));
	const workflow = webhooks.find((webhook) => webhook.url === url)?.workflow;
	const line = (
		<span className={classes.callLine}>
			<time dateTime={at}>{shownClock(at)}</time>
			<strong>{event}</strong>
			<span>{workflow ?? new URL(url).pathname}</span>
			{attempts > 1 && <span className={classes.attempts}>{attempts} attempts</span>}
			<StatusBadge status={status} pending={pending} />
		</span>
	);
	return (
		<Foldable line={line}>
			<div className={classes.details}>
				<Text size="sm" className={classes.url}>
					POST {url}
				</Text>
				<Text size="sm">
					{attempts} {attempts === 1 ? 'attempt' : 'attempts'}
					{status === null ? '' : `, last answer ${status}`}
					{error ? `, ${error}` : ''}
					{pending ? ', another attempt is to come' : ''}
				</Text>
				<h4>Body</h4>
				<Json value={body} label="webhook body" />
			</div>
		</Foldable>
	);
}
