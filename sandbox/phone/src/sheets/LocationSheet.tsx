import { Button, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Place } from '../bubbles/Place.tsx';
import { contextOf, usePhoneContext } from '../PhoneContext.ts';

/** A location of the customer's choice. */
export function LocationSheet({ answers, onClose }: { answers: string | null; onClose: () => void }) {
	const phone = usePhoneContext();
	const [place, setPlace] = useState({ name: '', address: '', latitude: 18.5204, longitude: 73.8567 });
	const location = {
		latitude: place.latitude,
		longitude: place.longitude,
		...(place.name.trim() && { name: place.name.trim() }),
		...(place.address.trim() && { address: place.address.trim() }),
	};
	const submit = (event: FormEvent) => {
		event.preventDefault();
		const context = answers === null ? {} : { context: contextOf(phone, answers) };
		void phone.write({ ...context, type: 'location', location });
		onClose();
	};
	return (
		<form onSubmit={submit}>
			<Stack gap="sm">
				<Place location={location} />
				<TextInput
					label="Name of the place"
					placeholder="e.g. Central station"
					value={place.name}
					onChange={(event) => setPlace({ ...place, name: event.currentTarget.value })}
				/>
				<TextInput
					label="Address"
					value={place.address}
					onChange={(event) => setPlace({ ...place, address: event.currentTarget.value })}
				/>
				<Group grow>
					<NumberInput
						label="Latitude"
						min={-90}
						max={90}
						decimalScale={6}
						value={place.latitude}
						onChange={(value) => setPlace({ ...place, latitude: Number(value) || 0 })}
					/>
					<NumberInput
						label="Longitude"
						min={-180}
						max={180}
						decimalScale={6}
						value={place.longitude}
						onChange={(value) => setPlace({ ...place, longitude: Number(value) || 0 })}
					/>
				</Group>
				<Button type="submit">Send the location</Button>
			</Stack>
		</form>
	);
}
