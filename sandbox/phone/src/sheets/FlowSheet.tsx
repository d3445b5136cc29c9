import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { usePhoneContext } from '../PhoneContext.ts';
import type { PhoneMessage } from '../server/control.ts';

/** What a flow would answer with. Its screens live at Meta; here its fields are named by hand. */
export function FlowSheet({
	message,
	token,
	onClose,
}: {
	message: PhoneMessage;
	/** What the business gave the flow to be told by; empty where it gave none. */
	token: string;
	onClose: () => void;
}) {
	const { answer } = usePhoneContext();
	const [rows, setRows] = useState([{ name: '', value: '' }]);
	const change = (index: number, what: Partial<(typeof rows)[number]>) =>
		setRows(rows.map((row, place) => (place === index ? { ...row, ...what } : row)));
	const submit = (event: FormEvent) => {
		event.preventDefault();
		const values = Object.fromEntries(
			rows.flatMap(({ name, value }) => (name === '' ? [] : [[name, value]])),
		);
		void answer(message, {
			type: 'interactive',
			interactive: {
				type: 'nfm_reply',
				nfm_reply: {
					name: 'flow',
					body: 'Sent',
					response_json: JSON.stringify({ flow_token: token || 'unused', ...values }),
				},
			},
		});
		onClose();
	};
	return (
		<form onSubmit={submit}>
			<Stack gap="sm">
				<Text size="sm" c="dimmed">
					The screens of this form are kept by WhatsApp. Say what it would answer with.
				</Text>
				{rows.map((row, index) => (
					<Group key={index} grow>
						<TextInput
							aria-label={`Name of field ${index + 1}`}
							placeholder="Field"
							value={row.name}
							onChange={(event) => change(index, { name: event.currentTarget.value })}
						/>
						<TextInput
							aria-label={`Value of field ${index + 1}`}
							placeholder="Value"
							value={row.value}
							onChange={(event) => change(index, { value: event.currentTarget.value })}
						/>
					</Group>
				))}
				<Button variant="default" onClick={() => setRows([...rows, { name: '', value: '' }])}>
					One more field
				</Button>
				<Button type="submit">Send the form</Button>
			</Stack>
		</form>
	);
}
