import { Button, SimpleGrid, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { fields, list, text } from '../fields.ts';
import { usePhoneContext } from '../PhoneContext.ts';
import type { PhoneMessage } from '../server/control.ts';

/** WhatsApp Cloud API, address messages: the fields of an address, here with India's names of the code. */
const FIELDS: Array<[name: string, label: string, required?: true]> = [
	['name', 'Name', true],
	['phone_number', 'Phone number', true],
	['house_number', 'House number'],
	['floor_number', 'Floor'],
	['tower_number', 'Tower'],
	['building_name', 'Building'],
	['address', 'Address', true],
	['landmark_area', 'Landmark or area'],
	['city', 'City'],
	['state', 'State'],
];
const CODES: Record<string, string> = { IN: 'in_pin_code', SG: 'sg_post_code' };

/** The form behind an address request. */
export function AddressSheet({ message, onClose }: { message: PhoneMessage; onClose: () => void }) {
	const { answer, person } = usePhoneContext();
	const parameters = fields(fields(fields(message.content).action).parameters);
	const code = CODES[text(parameters.country)] ?? 'post_code';
	const form = [...FIELDS, [code, 'Postal code'] as (typeof FIELDS)[number]];
	const saved = fields(list(parameters.saved_addresses)[0]?.value);
	const wrong = fields(parameters.validation_errors);
	const [values, setValues] = useState<Record<string, string>>(() =>
		Object.fromEntries(
			Object.entries({
				name: person.name,
				phone_number: `+${person.number}`,
				...saved,
				...fields(parameters.values),
			}).map(([name, value]) => [name, text(value)]),
		),
	);
	const submit = (event: FormEvent) => {
		event.preventDefault();
		const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
		void answer(message, {
			type: 'interactive',
			interactive: {
				type: 'nfm_reply',
				nfm_reply: {
					name: 'address_message',
					body: [values.name, values.address, values.city, values[code]].filter(Boolean).join('\n'),
					response_json: JSON.stringify({ values: filled }),
				},
			},
		});
		onClose();
	};
	return (
		<form onSubmit={submit}>
			<SimpleGrid cols={2} spacing="sm">
				{form.map(([name, label, required]) => (
					<TextInput
						key={name}
						label={label}
						required={required}
						error={text(wrong[name]) || undefined}
						value={values[name] ?? ''}
						onChange={(event) => setValues({ ...values, [name]: event.currentTarget.value })}
					/>
				))}
			</SimpleGrid>
			<Button type="submit" fullWidth mt="md">
				Send the address
			</Button>
		</form>
	);
}
