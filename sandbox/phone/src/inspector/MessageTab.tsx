import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { queries } from '../server/queries.ts';
import { errorWords, shownClock, statusWords } from '../words.ts';
import { CallBodies, CallLine } from './CallView.tsx';
import { DeliveryView } from './DeliveryView.tsx';
import { Foldable } from './Foldable.tsx';
import classes from './inspector.module.css';
import { Json } from './Json.tsx';

/** Everything behind one bubble. */
export function MessageTab({ provider, id }: { provider: string; id: string | null }) {
	const { data } = useQuery({ ...queries.messageRecord(provider, id ?? ''), enabled: id !== null });
	if (id === null)
		return (
			<Text size="sm" p="md">
				Choose “Inspect” in the menu of a message to see the call that sent it, and the webhooks that told of
				it.
			</Text>
		);
	if (!data) return <Text p="md">Looking it up …</Text>;
	const { message, call, deliveries } = data;
	const { direction, type, status, at, altId, errors, campaign } = message as Record<string, unknown>;
	const facts: Array<[string, string]> = [
		['Message id', String(message.id)],
		...(altId ? [['Provisional id', String(altId)] as [string, string]] : []),
		['From', direction === 'in' ? 'the customer' : 'the business'],
		['Type', String(type)],
		['Status', statusWords(String(status))],
		['Time', shownClock(String(at))],
		...(errors ? [['Error', errorWords(errors as never)] as [string, string]] : []),
		...(campaign ? [['Campaign', String(campaign)] as [string, string]] : []),
	];
	return (
		<div className={classes.tab}>
			<dl className={classes.facts}>
				{facts.map(([name, value]) => (
					<div key={name}>
						<dt>{name}</dt>
						<dd>{value}</dd>
					</div>
				))}
			</dl>
			{direction === 'out' && (
				<>
					<h3>Request</h3>
					{call ? (
						<Foldable line={<CallLine call={call} />} open>
							<CallBodies call={call} />
						</Foldable>
					) : (
						<Text size="sm">The call that sent it is no longer in the log.</Text>
					)}
				</>
			)}
			<h3>Webhooks</h3>
			{deliveries.length === 0 && (
				<Text size="sm">None: no URL was registered at the provider when there was something to tell.</Text>
			)}
			{deliveries.map((delivery) => (
				<DeliveryView key={delivery.seq} delivery={delivery} />
			))}
			<h3>{direction === 'out' ? 'The message in the request' : 'The message as WhatsApp hands it over'}</h3>
			<Json value={message.raw} label="message" />
		</div>
	);
}
