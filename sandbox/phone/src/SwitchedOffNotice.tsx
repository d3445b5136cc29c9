import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import classes from './App.module.css';
import { control } from './server/control.ts';
import { queries, useProviderLabel } from './server/queries.ts';
import { shownClock } from './words.ts';

interface SwitchedOffNoticeProps {
	provider: string;
	onError: (error: unknown) => void;
}

/** Says which webhooks a provider has switched off, why, and what to do. Nothing while there are none. */
export function SwitchedOffNotice({ provider, onError }: SwitchedOffNoticeProps) {
	const name = useProviderLabel(provider);
	const { data: webhooks = [] } = useQuery(queries.webhooks(provider));
	const off = webhooks.flatMap(({ url, workflow, switchedOff }) =>
		switchedOff ? [{ url, workflow, ...switchedOff }] : [],
	);
	if (off.length === 0) return null;
	const one = off.length === 1;
	const switchOn = async () => {
		for (const { url } of off) await control.enableWebhook(provider, url);
	};
	return (
		<section className={classes.notice} role="alert">
			<IconAlertTriangle size={22} aria-hidden />
			<div className={classes.noticeText}>
				<strong>
					{name} has switched off {one ? 'a webhook' : `${off.length} webhooks`}
				</strong>
				<ul>
					{off.map(({ url, workflow, at, failures, last }) => (
						<li key={url}>
							<span>{workflow ?? url}</span> at {shownClock(at)}: {failures} attempts in a row failed, the
							last with “{last}”
						</li>
					))}
				</ul>
				<p>
					What customers write no longer starts {one ? 'its workflow' : 'their workflows'}. See that n8n runs
					and the {one ? 'workflow is' : 'workflows are'} published, then switch {one ? 'it' : 'them'} on
					again. What was not delivered meanwhile is not delivered later.
				</p>
			</div>
			<Button size="compact-md" color="red" onClick={() => void switchOn().catch(onError)}>
				Switch on again
			</Button>
		</section>
	);
}
