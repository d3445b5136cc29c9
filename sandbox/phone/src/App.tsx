import {
	ActionIcon,
	Alert,
	Indicator,
	Loader,
	SegmentedControl,
	Tooltip,
	useMantineColorScheme,
	useComputedColorScheme,
} from '@mantine/core';
import { useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { IconAlertTriangle, IconMoon, IconSun } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import classes from './App.module.css';
import { ChatPane } from './chat/ChatPane.tsx';
import { InspectorPane, type InspectorState } from './inspector/InspectorPane.tsx';
import { isSpent } from './inspector/faultSwitches.ts';
import { CustomerList } from './people/CustomerList.tsx';
import { useSelection } from './selection.ts';
import type { ApiCall, ListedProvider, PhoneMessage, Webhook } from './server/control.ts';
import { followEvents } from './server/live.ts';
import { queries, usePhone, useProviderLabel } from './server/queries.ts';
import { SwitchedOffNotice } from './SwitchedOffNotice.tsx';

/** As long as WhatsApp shows that somebody types. */
const TYPING_MS = 8000;
/** Below this width the three panes no longer fit beside each other. */
const NARROW = '(max-width: 1100px)';

export function App() {
	const { data: providers = [] } = useQuery(queries.providers());
	const [selection, select] = useSelection();
	const provider = selection.provider ?? providers[0]?.name;
	const phone = usePhone(provider ?? '') ?? null;
	const typing = useLive();
	const [error, setError] = useState<string | null>(null);
	const narrow = useMediaQuery(NARROW, window.matchMedia(NARROW).matches);
	const [inspectorOpen, setInspectorOpen] = useInspectorOpen(narrow);
	const [inspector, setInspector] = useState<InspectorState>({ tab: 'calls', message: null, call: null });

	const onError = useCallback((reason: unknown) => {
		setError(reason instanceof Error ? reason.message : String(reason));
	}, []);
	const inspect = useCallback(
		({ id }: PhoneMessage) => {
			setInspector((now) => ({ ...now, tab: 'message', message: id }));
			setInspectorOpen(true);
		},
		[setInspectorOpen],
	);
	const openCall = useCallback(
		({ seq }: ApiCall) => {
			setInspector((now) => ({ ...now, tab: 'calls', call: seq }));
			setInspectorOpen(true);
		},
		[setInspectorOpen],
	);

	if (!provider || !phone)
		return (
			<div className={classes.loading}>
				<Loader color="green" aria-label="Loading" />
			</div>
		);
	const person = phone.people.find(({ number }) => number === selection.number);
	return (
		<div
			className={classes.page}
			data-open={person ? 'chat' : 'list'}
			data-inspector={inspectorOpen || undefined}
		>
			<div className={classes.notices}>
				{providers.map(({ name }) => (
					<SwitchedOffNotice key={name} provider={name} onError={onError} />
				))}
			</div>
			<nav className={classes.side} aria-label="Customers">
				<Head
					providers={providers}
					provider={provider}
					onProvider={(name) => select(name)}
					onFaults={() => {
						setInspector({ ...inspector, tab: 'faults' });
						setInspectorOpen(true);
					}}
				/>
				<CustomerList
					key={provider}
					provider={phone}
					chosen={selection.number}
					onChoose={(number) => select(provider, number)}
					onError={onError}
				/>
			</nav>
			<main className={classes.main}>
				{person ? (
					<ChatPane
						key={`${provider} ${person.number}`}
						provider={phone}
						person={person}
						typing={typing === `${provider} ${person.number}`}
						chosen={inspectorOpen && inspector.tab === 'message' ? inspector.message : null}
						inspectorOpen={inspectorOpen}
						onInspector={() => setInspectorOpen(!inspectorOpen)}
						onBack={() => select(provider)}
						onInspect={inspect}
						onCall={openCall}
						onError={onError}
					/>
				) : (
					<Welcome provider={provider} />
				)}
			</main>
			{inspectorOpen && (
				<InspectorPane
					provider={provider}
					over={narrow}
					inspector={inspector}
					onChange={setInspector}
					onClose={() => setInspectorOpen(false)}
					onError={onError}
				/>
			)}
			{error !== null && (
				<Alert
					className={classes.error}
					color="red"
					variant="filled"
					role="alert"
					title="The sandbox refused"
					withCloseButton
					closeButtonLabel="Close"
					onClose={() => setError(null)}
				>
					{error}
				</Alert>
			)}
		</div>
	);
}

/** Follows the sandbox; the conversation in which the business types at the moment. */
function useLive(): string | null {
	const client = useQueryClient();
	const [typing, setTyping] = useState<string | null>(null);
	useEffect(() => {
		let over: ReturnType<typeof setTimeout> | undefined;
		const stop = followEvents(client, (provider, number) => {
			setTyping(`${provider} ${number}`);
			clearTimeout(over);
			over = setTimeout(() => setTyping(null), TYPING_MS);
		});
		return () => {
			clearTimeout(over);
			stop();
		};
	}, [client]);
	return typing;
}

/** Beside the chat the pane stays as it was left; over it, on narrow screens, it opens only on demand. */
function useInspectorOpen(narrow: boolean): [boolean, (open: boolean) => void] {
	const [beside, setBeside] = useLocalStorage({
		key: 'sandbox-phone-inspector',
		defaultValue: false,
		getInitialValueInEffect: false,
	});
	const [over, setOver] = useState(false);
	return narrow ? [over, setOver] : [beside, setBeside];
}

function Head({
	providers,
	provider,
	onProvider,
	onFaults,
}: {
	providers: ListedProvider[];
	provider: string;
	onProvider: (name: string) => void;
	onFaults: () => void;
}) {
	const { setColorScheme } = useMantineColorScheme();
	const scheme = useComputedColorScheme('light');
	const { data: faults = [] } = useQuery(queries.faults());
	const someAreOn = faults.some((fault) => !isSpent(fault));
	const other = scheme === 'dark' ? 'light' : 'dark';
	return (
		<header className={classes.head}>
			<div className={classes.title}>
				<span className={classes.brand}>Sandbox phone</span>
				<Tooltip label="Simulate errors">
					<Indicator disabled={!someAreOn} color="red" offset={6}>
						<ActionIcon
							variant="subtle"
							color="gray"
							size="lg"
							aria-label={someAreOn ? 'Simulate errors, some are on' : 'Simulate errors'}
							onClick={onFaults}
						>
							<IconAlertTriangle size={20} />
						</ActionIcon>
					</Indicator>
				</Tooltip>
				<Tooltip label={`Use ${other} colours`}>
					<ActionIcon
						variant="subtle"
						color="gray"
						size="lg"
						aria-label={`Use ${other} colours`}
						onClick={() => setColorScheme(other)}
					>
						{scheme === 'dark' ? <IconSun size={20} /> : <IconMoon size={20} />}
					</ActionIcon>
				</Tooltip>
			</div>
			<SegmentedControl
				fullWidth
				aria-label="Provider"
				data={providers.map(({ name, label }) => ({ value: name, label }))}
				value={provider}
				onChange={onProvider}
			/>
		</header>
	);
}

function Welcome({ provider }: { provider: string }) {
	const label = useProviderLabel(provider);
	const { data: webhooks } = useQuery(queries.webhooks(provider));
	return (
		<div className={classes.welcome}>
			<h1>Be the customer</h1>
			<p>
				Choose a customer, or add one, and write as they would. Whatever your workflow sends through {label}{' '}
				appears here as WhatsApp would show it; nothing leaves this machine.
			</p>
			{webhooks && <p>{whatStarts(webhooks)}</p>}
		</div>
	);
}

/** What happens when a customer writes. */
function whatStarts(webhooks: Webhook[]): string {
	const enabled = webhooks.filter(({ isEnabled }) => isEnabled);
	if (enabled.length === 0) return 'No workflow hears them yet: publish one with a trigger.';
	const names = enabled.flatMap(({ workflow }) => workflow ?? []);
	if (names.length < enabled.length) {
		return `What they write goes to ${enabled.length === 1 ? 'one webhook' : `${enabled.length} webhooks`}.`;
	}
	return `What they write starts ${names.map((name) => `“${name}”`).join(' and ')}.`;
}
