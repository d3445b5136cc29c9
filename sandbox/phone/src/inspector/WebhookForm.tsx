import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { control, type Webhook } from '../server/control.ts';
import { useProvider } from '../server/queries.ts';

/** The events ticked at first. Outgoing messages come on top of what a workflow sends itself: few want them. */
const isTicked = (event: string) => event !== 'outgoing';

/** The page of a provider's panel on which a person pastes the URL of a trigger. Nothing where there is none. */
export function WebhookForm({ provider, saved }: { provider: string; saved: Webhook[] }) {
	const { label, webhookEvents: offered } = useProvider(provider) ?? {};
	const [url, setUrl] = useState('');
	const [unticked, setUnticked] = useState<string[]>();
	const [refused, setRefused] = useState<string | null>(null);
	const [saving, setSaving] = useState(false);
	if (!offered) return null;
	const ticked = offered
		.map(({ value }) => value)
		.filter((event) => (unticked ? !unticked.includes(event) : isTicked(event)));
	const tick = (events: string[]) =>
		setUnticked(offered.map(({ value }) => value).filter((event) => !events.includes(event)));
	const attempt = async (what: () => Promise<unknown>) => {
		setSaving(true);
		setRefused(null);
		try {
			await what();
			setUrl('');
		} catch (error) {
			setRefused(error instanceof Error ? error.message : String(error));
		} finally {
			setSaving(false);
		}
	};
	const submit = (event: FormEvent) => {
		event.preventDefault();
		void attempt(() => control.saveWebhook(provider, url.trim(), ticked));
	};
	const byHand = saved.filter(({ events }) => events !== undefined);
	return (
		<form onSubmit={submit}>
			<Stack gap="sm">
				<h3>Webhooks page of the {label} panel</h3>
				<TextInput
					label="Webhook URL"
					description="The panel calls it before saving, and saves it if the challenge comes back"
					placeholder="e.g. http://127.0.0.1:5678/webhook/…"
					required
					error={refused}
					value={url}
					onChange={(event) => setUrl(event.currentTarget.value)}
				/>
				<Checkbox.Group label="Events" value={ticked} onChange={tick}>
					<Stack gap={6} mt={6}>
						{offered.map(({ value, label: name }) => (
							<Checkbox key={value} value={value} label={name} />
						))}
					</Stack>
				</Checkbox.Group>
				<Group>
					<Button type="submit" variant="default" loading={saving} disabled={ticked.length === 0}>
						Save
					</Button>
					{byHand.map(({ url: one }) => (
						<Button
							key={one}
							variant="subtle"
							onClick={() => void attempt(() => control.removeWebhook(provider, one))}
						>
							Remove {one}
						</Button>
					))}
				</Group>
			</Stack>
		</form>
	);
}
