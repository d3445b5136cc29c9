import { Button, Select, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { control } from '../server/control.ts';
import { queries } from '../server/queries.ts';
import { providerName } from '../words.ts';
import classes from './glass.module.css';

type Habit = { setting: string; label: string; note?: string } & (
	| { kind: 'switch' }
	| { kind: 'choice'; options: Array<{ value: string | number; label: string }> }
);

/** What differs between accounts and editions of a provider. */
const HABITS: Record<string, Habit[]> = {
	heltar: [
		{
			kind: 'choice',
			setting: 'generation',
			label: 'Edition of the API',
			options: [
				{ value: 2026, label: 'Today’s' },
				{ value: 2023, label: 'That of 2023' },
			],
		},
		{
			kind: 'choice',
			setting: 'resultKeys',
			label: 'Results of a send by',
			options: [
				{ value: 'position', label: 'Position in the call' },
				{ value: 'recipient', label: 'Recipient' },
			],
		},
		{ kind: 'switch', setting: 'asyncMode', label: 'Queue sends', note: 'Refusals come later, as a status' },
		{ kind: 'switch', setting: 'pauseMarketing', label: 'Pause marketing templates' },
		{ kind: 'switch', setting: 'markRead', label: 'Allow marking as read' },
	],
	'hello-all': [
		{
			kind: 'choice',
			setting: 'dialect',
			label: 'Methods',
			options: [
				{ value: 'conventional', label: 'As usual in this family' },
				{ value: 'literal', label: 'As the collection writes them' },
			],
		},
		{
			kind: 'choice',
			setting: 'answer',
			label: 'Form of the answers',
			options: [
				{ value: 'onPremises', label: 'On-premises API' },
				{ value: 'cloud', label: 'Cloud API' },
				{ value: 'queue', label: 'Queue' },
			],
		},
	],
};

export function HabitsSection({
	provider,
	onError,
}: {
	provider: string;
	onError: (error: unknown) => void;
}) {
	const { data: settings } = useQuery(queries.settings());
	const [sure, setSure] = useState(false);
	const own = settings?.[provider];
	const change = (what: object) => void control.changeSettings(provider, what).catch(onError);
	return (
		<fieldset className={classes.section}>
			<legend>The account at {providerName(provider)}</legend>
			{own &&
				(HABITS[provider] ?? []).map((habit) =>
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
