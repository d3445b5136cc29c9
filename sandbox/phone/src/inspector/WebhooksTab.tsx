import { Badge, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { queries } from '../server/queries.ts';
import { DeliveryView } from './DeliveryView.tsx';
import classes from './inspector.module.css';
import { Json } from './Json.tsx';
import { WebhookForm } from './WebhookForm.tsx';

const SHOWN = 100;

/** The URLs registered at the provider, and what was delivered to them, newest first. */
export function WebhooksTab({ provider }: { provider: string }) {
	const { data: webhooks = [] } = useQuery(queries.webhooks(provider));
	const { data: deliveries = [] } = useQuery(queries.deliveries(provider));
	return (
		<div className={classes.tab}>
			<h3>Registered URLs</h3>
			{webhooks.length === 0 && (
				<Text size="sm">None. A trigger registers its URL when its workflow is published.</Text>
			)}
			{webhooks.map(({ url, workflow, isEnabled, switchedOff, failures, headers, ...details }) => (
				<div key={url} className={classes.webhook}>
					{workflow !== undefined && (
						<Text size="sm" fw={600}>
							{workflow}
						</Text>
					)}
					<Text size="sm" className={classes.url}>
						{url}
					</Text>
					<Badge size="sm" variant="outline" color="gray" tt="none" className={classes.faultMark}>
						{isEnabled
							? 'enabled'
							: switchedOff
								? 'switched off by the provider'
								: 'registered as switched off'}
					</Badge>
					{failures > 0 && (
						<Text size="sm">
							{failures === 1 ? 'The last attempt failed' : `The last ${failures} attempts failed`}
						</Text>
					)}
					<details>
						<summary>Details</summary>
						<Json value={{ headers, ...details }} label={`details of ${url}`} />
					</details>
				</div>
			))}
			<WebhookForm provider={provider} saved={webhooks} />
			<h3>Deliveries</h3>
			{deliveries.length === 0 && <Text size="sm">None so far.</Text>}
			{deliveries
				.slice(-SHOWN)
				.reverse()
				.map((delivery) => (
					<DeliveryView key={delivery.seq} delivery={delivery} />
				))}
		</div>
	);
}
