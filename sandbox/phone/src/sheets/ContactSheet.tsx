import { Button, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { contextOf, usePhoneContext } from '../PhoneContext.ts';

/** Somebody's contact card. */
export function ContactSheet({ answers, onClose }: { answers: string | null; onClose: () => void }) {
	const phone = usePhoneContext();
	const [card, setCard] = useState({ first: '', last: '', number: '', email: '', company: '' });
	const field = (name: keyof typeof card) => ({
		value: card[name],
		onChange: (event: { currentTarget: { value: string } }) =>
			setCard({ ...card, [name]: event.currentTarget.value }),
	});
	const submit = (event: FormEvent) => {
		event.preventDefault();
		const { first, last, number, email, company } = card;
		const context = answers === null ? {} : { context: contextOf(phone, answers) };
		void phone.write({
			...context,
			type: 'contacts',
			contacts: [
				{
					name: {
						formatted_name: [first, last].filter(Boolean).join(' '),
						first_name: first,
						...(last && { last_name: last }),
					},
					phones: [{ phone: number, wa_id: number.replace(/\D/g, ''), type: 'CELL' }],
					...(email && { emails: [{ email, type: 'WORK' }] }),
					...(company && { org: { company } }),
				},
			],
		});
		onClose();
	};
	return (
		<form onSubmit={submit}>
			<Stack gap="sm">
				<TextInput data-autofocus label="First name" required {...field('first')} />
				<TextInput label="Last name" {...field('last')} />
				<TextInput
					label="Phone number"
					placeholder="e.g. +44 7700 900456"
					inputMode="tel"
					required
					{...field('number')}
				/>
				<TextInput label="Email" type="email" {...field('email')} />
				<TextInput label="Company" {...field('company')} />
				<Button type="submit">Send the contact</Button>
			</Stack>
		</form>
	);
}
