import { Button, Select, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { control } from '../server/control.ts';
import { queries, useProvider } from '../server/queries.ts';
import classes from './inspector.module.css';

/** What differs between accounts and editions of a provider. */
export function AccountSection({
	provider,
	onError,
}: {
	provider: string;
	onError: (error: unknown) => void;
}) {
	const { label = provider, settings: shown = [] } = useProvider(provider) ?? {};
	const { data: settings } = useQuery(queries.settings());
	const [sure, setSure] = useState(false);
	const own = settings?.[provider];
	const change = (what: object) => void control.changeSettings(provider, what).catch(onError);
	return (
		<fieldset className={classes.section}>
			<legend>The account at {label}</legend>
			{own &&
				shown.map((entry) =>
					entry.kind === 'switch' ? (
						<Switch
							key={entry.setting}
							label={entry.label}
							description={entry.note}
							checked={own[entry.setting] === true}
							onChange={(event) => change({ [entry.setting]: event.currentTarget.checked })}
						/>
					) : (
						<Select
							key={entry.setting}
							label={entry.label}
							allowDeselect={false}
							data={entry.options.map(({ value, label }) => ({ value: String(value), label }))}
							value={String(own[entry.setting])}
							onChange={(chosen) =>
								change({
									[entry.setting]: entry.options.find(({ value }) => String(value) === chosen)?.value,
								})
							}
						/>
					),
				)}
			<Button
				variant="default"
				onBlur={() => setSure(false)}
				onClick={() => {
					if (sure) control.reset().catch(onError);
					setSure(!sure);
				}}
			>
				{sure ? 'Really forget every message, webhook and setting' : 'Forget everything'}
			</Button>
			<Text size="xs" c="dimmed">
				Also forgets the registered URLs: publish the workflows anew afterwards.
			</Text>
		</fieldset>
	);
}
