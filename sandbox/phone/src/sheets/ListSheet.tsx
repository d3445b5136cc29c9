import { Button, Radio, Stack, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { fields, list, text } from '../fields.ts';
import { usePhoneContext } from '../PhoneContext.ts';
import type { PhoneMessage } from '../server/control.ts';
import classes from './sheets.module.css';

/** The rows of a list message, of which one is chosen. */
export function ListSheet({ message, onClose }: { message: PhoneMessage; onClose: () => void }) {
	const { answer } = usePhoneContext();
	const sections = list(fields(fields(message.content).action).sections);
	const rows = sections.flatMap((section) => list(section.rows));
	const [chosen, setChosen] = useState('');
	const submit = (event: FormEvent) => {
		event.preventDefault();
		const row = rows.find((one) => text(one.id) === chosen);
		if (!row) return;
		const description = text(row.description);
		void answer(message, {
			type: 'interactive',
			interactive: {
				type: 'list_reply',
				list_reply: { id: chosen, title: text(row.title), ...(description && { description }) },
			},
		});
		onClose();
	};
	return (
		<form onSubmit={submit}>
			<Radio.Group value={chosen} onChange={setChosen} aria-label="Rows">
				<Stack gap="xs">
					{sections.map((section, index) => (
						<div key={index} role="group" aria-label={text(section.title) || undefined}>
							{text(section.title) && (
								<Text fw={600} c="var(--accent)" size="sm" mt="xs">
									{text(section.title)}
								</Text>
							)}
							{list(section.rows).map((row) => (
								<Radio
									key={text(row.id)}
									className={classes.option}
									value={text(row.id)}
									label={text(row.title)}
									description={text(row.description) || undefined}
									labelPosition="left"
								/>
							))}
						</div>
					))}
				</Stack>
			</Radio.Group>
			<Button type="submit" fullWidth mt="md" disabled={chosen === ''}>
				Send
			</Button>
		</form>
	);
}
