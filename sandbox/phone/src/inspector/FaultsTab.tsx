import { Button, NumberInput, SegmentedControl, Select, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { control } from '../server/control.ts';
import { queries, useProvider } from '../server/queries.ts';
import classes from './inspector.module.css';
import { AccountSection } from './AccountSection.tsx';
import { activeOf, callsWords, requestFor, FAULT_SWITCHES, type FaultSwitch } from './faultSwitches.ts';

type Report = (error: unknown) => void;

/** Switches that make the provider, WhatsApp and the webhooks misbehave. */
export function FaultsTab({ provider, onError }: { provider: string; onError: Report }) {
	const calm = async () => {
		await control.removeFaults();
		await control.changeDelivery({ duplicates: 0, shuffle: false, delayMs: 0, retryScale: 1 });
		await control.changeSettings(provider, {
			window: 'open',
			latencyMs: 0,
			limits: { messagesPerSecond: null, connections: null, perPairSeconds: null },
		});
	};
	return (
		<div className={classes.tab}>
			<Button variant="default" onClick={() => void calm().catch(onError)}>
				Everything back to normal
			</Button>
			<ApiSection provider={provider} onError={onError} />
			<WhatsAppSection provider={provider} onError={onError} />
			<TemplateSection provider={provider} onError={onError} />
			<DeliverySection onError={onError} />
			<AccountSection provider={provider} onError={onError} />
		</div>
	);
}

interface SectionProps {
	provider: string;
	onError: Report;
}

function ApiSection({ provider, onError }: SectionProps) {
	const { data: faults = [] } = useQuery(queries.faults());
	const [times, setTimes] = useState<number | null>(5);
	const { label = provider, sends } = useProvider(provider) ?? {};
	const turn = async (faultSwitch: FaultSwitch, on: boolean) => {
		for (const id of activeOf(faultSwitch, provider, faults).ids) await control.removeFault(id);
		if (on) await control.addFault(requestFor({ provider, path: sends }, faultSwitch, times));
	};
	return (
		<fieldset className={classes.section}>
			<legend>{label}’s API</legend>
			<NumberInput
				label="How many sends"
				description="Leave empty for all of them, until switched off"
				min={1}
				value={times ?? ''}
				onChange={(value) => setTimes(value === '' ? null : Number(value))}
			/>
			{FAULT_SWITCHES.map((faultSwitch) => {
				const { isOn, left } = activeOf(faultSwitch, provider, faults);
				return (
					<Switch
						key={faultSwitch.key}
						label={faultSwitch.words(callsWords(isOn ? left : times))}
						description={faultSwitch.note}
						checked={isOn}
						onChange={(event) => void turn(faultSwitch, event.currentTarget.checked).catch(onError)}
					/>
				);
			})}
		</fieldset>
	);
}

const WINDOWS = [
	{ value: 'open', label: 'Always open' },
	{ value: 'real', label: '24 hours' },
	{ value: 'closed', label: 'Closed' },
];

function WhatsAppSection({ provider, onError }: SectionProps) {
	const { data: settings } = useQuery(queries.settings());
	const own = settings?.[provider];
	if (!own) return null;
	const change = (what: object) => void control.changeSettings(provider, what).catch(onError);
	const limit = (name: keyof typeof own.limits, label: string) => (
		<NumberInput
			label={label}
			placeholder="No limit"
			min={1}
			value={own.limits[name] ?? ''}
			onChange={(value) => change({ limits: { [name]: value === '' ? null : Number(value) } })}
		/>
	);
	return (
		<fieldset className={classes.section}>
			<legend>WhatsApp</legend>
			<div>
				<Text size="sm" fw={500} id="window-label">
					The 24-hour window
				</Text>
				<SegmentedControl
					fullWidth
					aria-labelledby="window-label"
					data={WINDOWS}
					value={own.window}
					onChange={(window) => change({ window })}
				/>
				<Text size="xs" c="dimmed">
					When it is closed, only templates go through
				</Text>
			</div>
			{limit('messagesPerSecond', 'Most messages a second')}
			{limit('perPairSeconds', 'Seconds between messages to one customer')}
			{limit('connections', 'Most calls at the same time')}
			<NumberInput
				label="Wait before each answer (milliseconds)"
				min={0}
				step={100}
				value={own.latencyMs}
				onChange={(value) => change({ latencyMs: Number(value) || 0 })}
			/>
		</fieldset>
	);
}

const STATUSES = ['APPROVED', 'PENDING', 'REJECTED', 'PAUSED', 'DISABLED'];

function TemplateSection({ provider, onError }: SectionProps) {
	const { data: templates = [] } = useQuery(queries.templates(provider));
	const keyOf = ({ name, language }: { name: string; language: string }) => `${name} (${language})`;
	const [chosen, setChosen] = useState<string | null>(null);
	const template = templates.find((one) => keyOf(one) === chosen);
	return (
		<fieldset className={classes.section}>
			<legend>Templates</legend>
			<Select
				label="Template"
				placeholder="Choose one"
				searchable
				data={templates.map(keyOf)}
				value={chosen}
				onChange={setChosen}
			/>
			<Select
				label="What WhatsApp says of it"
				data={STATUSES.map((value) => ({ value, label: value.toLowerCase() }))}
				disabled={!template}
				value={template?.status ?? null}
				allowDeselect={false}
				onChange={(status) => {
					if (!template || !status) return;
					const { name, language } = template;
					control.changeTemplate(provider, name, { language, status }).catch(onError);
				}}
			/>
		</fieldset>
	);
}

/** A minute of the provider's waiting then takes a second. */
const QUICK = 1 / 60;

function DeliverySection({ onError }: { onError: Report }) {
	const { data: delivery } = useQuery(queries.delivery());
	if (!delivery) return null;
	const change = (what: Partial<typeof delivery>) => void control.changeDelivery(what).catch(onError);
	return (
		<fieldset className={classes.section}>
			<legend>Webhooks, of all providers</legend>
			<Switch
				label="Deliver every webhook twice"
				checked={delivery.duplicates > 0}
				onChange={(event) => change({ duplicates: event.currentTarget.checked ? 1 : 0 })}
			/>
			<Switch
				label="Deliver webhooks out of order"
				checked={delivery.shuffle}
				onChange={(event) => change({ shuffle: event.currentTarget.checked })}
			/>
			<Switch
				label="Retry 60 times as soon"
				description="What takes a minute at the provider takes a second"
				checked={delivery.retryScale < 1}
				onChange={(event) => change({ retryScale: event.currentTarget.checked ? QUICK : 1 })}
			/>
			<NumberInput
				label="Deliver this much late (milliseconds)"
				min={0}
				step={500}
				value={delivery.delayMs}
				onChange={(value) => change({ delayMs: Number(value) || 0 })}
			/>
		</fieldset>
	);
}
