import { Checkbox, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../server/queries.ts';
import { CallDetails, CallLine } from './CallView.tsx';
import { Foldable } from './Foldable.tsx';
import classes from './inspector.module.css';

const SHOWN = 100;

/** The latest calls to the provider's API, newest first. */
export function CallsTab({ provider, chosen }: { provider: string; chosen: number | null }) {
	const { data: calls = [] } = useQuery(queries.calls(provider));
	const [onlyFailed, setOnlyFailed] = useState(false);
	const shown = calls
		.filter(({ status }) => !onlyFailed || (status !== null && (status === 0 || status >= 206)))
		.slice(-SHOWN)
		.reverse();
	return (
		<div className={classes.tab}>
			<Checkbox
				label="Only what was refused or broke"
				checked={onlyFailed}
				onChange={(event) => setOnlyFailed(event.currentTarget.checked)}
			/>
			{shown.length === 0 && <Text size="sm">No call so far.</Text>}
			{shown.map((call) => (
				<Foldable key={call.seq} line={<CallLine call={call} />} open={call.seq === chosen}>
					<CallDetails seq={call.seq} />
				</Foldable>
			))}
		</div>
	);
}
