import { Badge, Button, Modal, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconSearch, IconUserPlus } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { Ticks } from '../bubbles/Ticks.tsx';
import { plainWords } from '../bubbles/whatsappText.ts';
import { control, type PhonePerson, type PhoneProvider } from '../server/control.ts';
import { faceOf, shownName, shownNumber, shownWhen } from '../words.ts';
import { Face } from '../Face.tsx';
import classes from './people.module.css';

/** A campaign may write to thousands: the rest is found by searching. */
const SHOWN = 200;

interface CustomerListProps {
	provider: PhoneProvider;
	chosen: string | null;
	onChoose: (number: string) => void;
	onError: (error: unknown) => void;
}

/** The customers of one provider: those who talked lately first, then everyone else it knows. */
export function CustomerList({ provider, chosen, onChoose, onError }: CustomerListProps) {
	const [search, setSearch] = useState('');
	const [adding, setAdding] = useState(false);
	const words = search.trim().toLowerCase();
	const found = provider.people
		.filter(({ name, number, userId }) => `${name} +${number} ${userId}`.toLowerCase().includes(words))
		.sort((a, b) => (b.last?.at ?? '').localeCompare(a.last?.at ?? ''));

	return (
		<>
			<div className={classes.find}>
				<TextInput
					aria-label="Search customers"
					placeholder="Search customers"
					leftSection={<IconSearch size={16} />}
					radius="lg"
					value={search}
					onChange={(event) => setSearch(event.currentTarget.value)}
				/>
				<Button
					variant="light"
					fullWidth
					leftSection={<IconUserPlus size={17} />}
					onClick={() => setAdding(true)}
				>
					New customer
				</Button>
			</div>
			<ul className={classes.list} aria-label="Customers">
				{found.slice(0, SHOWN).map((person) => (
					<li key={person.number}>
						<Entry person={person} chosen={person.number === chosen} onChoose={onChoose} />
					</li>
				))}
				{found.length > SHOWN && (
					<li className={classes.more}>{found.length - SHOWN} more: search for them</li>
				)}
				{found.length === 0 && <li className={classes.more}>Nobody is called so</li>}
			</ul>
			<AddCustomer
				opened={adding}
				onClose={() => setAdding(false)}
				onAdd={(number, name) => {
					control
						.changeCustomer(provider.name, number, { name })
						.then((person) => onChoose(person.number))
						.catch(onError);
				}}
			/>
		</>
	);
}

function Entry({
	person,
	chosen,
	onChoose,
}: {
	person: PhonePerson;
	chosen: boolean;
	onChoose: (number: string) => void;
}) {
	const { last, unread, number } = person;
	return (
		<UnstyledButton
			className={classes.entry}
			aria-current={chosen || undefined}
			onClick={() => onChoose(number)}
		>
			<Face name={faceOf(person)} size={46} />
			<span className={classes.about}>
				<span className={classes.first}>
					<span className={classes.name}>{shownName(person)}</span>
					{last && <time dateTime={last.at}>{shownWhen(last.at)}</time>}
				</span>
				<span className={classes.second}>
					<span className={classes.last}>
						{last ? (
							<>
								{last.direction === 'out' && <Ticks message={last} />}
								<span>{plainWords(last.text)}</span>
							</>
						) : (
							<span>{shownNumber(number)}</span>
						)}
					</span>
					{unread > 0 && (
						<Badge size="sm" circle={unread < 10} className={classes.unread} aria-label={`${unread} unread`}>
							{unread}
						</Badge>
					)}
				</span>
			</span>
		</UnstyledButton>
	);
}

function AddCustomer({
	opened,
	onClose,
	onAdd,
}: {
	opened: boolean;
	onClose: () => void;
	onAdd: (number: string, name: string) => void;
}) {
	const [number, setNumber] = useState('');
	const [name, setName] = useState('');
	const digits = number.replace(/[\s()+.-]/g, '');
	const fine = /^[1-9]\d{6,14}$/.test(digits);
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (!fine) return;
		onAdd(digits, name.trim() || 'Customer');
		onClose();
		setNumber('');
		setName('');
	};
	return (
		<Modal opened={opened} onClose={onClose} title="New customer" centered>
			<form onSubmit={submit}>
				<Stack>
					<TextInput
						data-autofocus
						label="Name"
						placeholder="e.g. Asha Verma"
						value={name}
						onChange={(event) => setName(event.currentTarget.value)}
					/>
					<TextInput
						label="Phone number with country code"
						placeholder="e.g. +44 7700 900123"
						inputMode="tel"
						required
						value={number}
						error={number !== '' && !fine ? 'From 7 to 15 digits, the country code first' : undefined}
						onChange={(event) => setNumber(event.currentTarget.value)}
					/>
					<Text size="sm" c="dimmed">
						Any number will do: nobody outside this machine is written to.
					</Text>
					<Button type="submit" disabled={!fine}>
						Add
					</Button>
				</Stack>
			</form>
		</Modal>
	);
}
