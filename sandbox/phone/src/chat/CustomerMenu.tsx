import { ActionIcon, Popover, Stack, Switch, Text, TextInput } from '@mantine/core';
import { IconUserCog } from '@tabler/icons-react';
import { usePhoneContext } from '../PhoneContext.ts';
import { control, type Person } from '../server/control.ts';
import { shownNumber } from '../words.ts';

/** What a customer can decide about themselves and the business. */
export function CustomerMenu({ onError }: { onError: (error: unknown) => void }) {
	const { provider, person } = usePhoneContext();
	const change = (what: Partial<Person> & { botReplies?: boolean }) => {
		control.changeCustomer(provider.name, person.number, what).catch(onError);
	};
	return (
		<Popover width={320} position="bottom-end" trapFocus withArrow>
			<Popover.Target>
				<ActionIcon variant="subtle" color="gray" size="lg" aria-label="Customer settings">
					<IconUserCog size={21} />
				</ActionIcon>
			</Popover.Target>
			<Popover.Dropdown aria-label="Customer settings">
				<Stack gap="sm">
					<TextInput
						key={person.name}
						label="Name on WhatsApp"
						defaultValue={person.name}
						onBlur={({ currentTarget: { value } }) => value !== person.name && change({ name: value })}
					/>
					<Switch
						label="Block the business"
						description="It can still send; nothing is delivered"
						checked={person.blocksBusiness}
						onChange={(event) => change({ blocksBusiness: event.currentTarget.checked })}
					/>
					<Switch
						label="Opted out of messages"
						description="The provider refuses to send; writing STOP may do the same"
						checked={!person.optedIn}
						onChange={(event) => change({ optedIn: !event.currentTarget.checked })}
					/>
					<Switch
						label="Hide my number"
						description={`The business sees only ${person.userId}`}
						checked={person.hidesNumber}
						onChange={(event) => change({ hidesNumber: event.currentTarget.checked })}
					/>
					<Switch
						label="No longer on WhatsApp"
						description="Messages fail after they were accepted"
						checked={!person.onWhatsApp}
						onChange={(event) => change({ onWhatsApp: !event.currentTarget.checked })}
					/>
					<Switch
						label="Blocked by the business"
						checked={person.blocked}
						onChange={(event) => change({ blocked: event.currentTarget.checked })}
					/>
					{person.botReplies !== undefined && (
						<Switch
							label="The bot answers"
							description="Off: a colleague has taken over, as in the provider’s inbox"
							checked={person.botReplies}
							onChange={(event) => change({ botReplies: event.currentTarget.checked })}
						/>
					)}
					<Text size="xs" c="dimmed">
						{shownNumber(person.number)}, user id {person.userId}, username @{person.username}
					</Text>
				</Stack>
			</Popover.Dropdown>
		</Popover>
	);
}
