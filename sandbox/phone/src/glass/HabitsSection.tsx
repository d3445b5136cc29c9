import { Button, Select, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { control } from '../server/control.ts';
import { queries, useProvider } from '../server/queries.ts';
import classes from './glass.module.css';

/** What differs between accounts and editions of a provider. */
export function HabitsSection({
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
				shown.map((habit) =>
					habit.kind === 'switch' ? (
						<Switch
							key={habit.setting}
							label={habit.label}
							description={habit.note}
							checked={own[habit.setting] === true}
							onChange={(event) => change({ [habit.setting]: event.currentTarget.checked })}
						/>
					) : (
						<Select
							key={habit.setting}
							label={habit.label}
							allowDeselect={false}
							data={habit.options.map(({ value, label }) => ({ value: String(value), label }))}
							value={String(own[habit.setting])}
							onChange={(chosen) =>
								change({
									[habit.setting]: habit.options.find(({ value }) => String(value) === chosen)?.value,
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
