import { CloseButton, FocusTrap, Tabs } from '@mantine/core';
import { CallsTab } from './CallsTab.tsx';
import classes from './inspector.module.css';
import { MessageTab } from './MessageTab.tsx';
import { FaultsTab } from './FaultsTab.tsx';
import { WebhooksTab } from './WebhooksTab.tsx';

export type InspectorTab = 'message' | 'calls' | 'webhooks' | 'faults';

/** What the pane shows: a tab, and in two of them what was chosen elsewhere on the page. */
export interface InspectorState {
	tab: InspectorTab;
	message: string | null;
	call: number | null;
}

const TABS: Array<[InspectorTab, string]> = [
	['message', 'Message'],
	['calls', 'API calls'],
	['webhooks', 'Webhooks'],
	['faults', 'Simulate errors'],
];

interface InspectorPaneProps {
	provider: string;
	/** It lies over the chat instead of beside it. */
	over: boolean;
	inspector: InspectorState;
	onChange: (inspector: InspectorState) => void;
	onClose: () => void;
	onError: (error: unknown) => void;
}

/** The inspector: the HTTP calls and webhooks behind the chat, and the switches that make them fail. */
export function InspectorPane({ provider, over, inspector, onChange, onClose, onError }: InspectorPaneProps) {
	return (
		<FocusTrap active={over}>
			<aside
				className={classes.pane}
				aria-label="Inspector"
				onKeyDown={(event) => over && event.key === 'Escape' && onClose()}
			>
				<header className={classes.head}>
					<h2>Inspector</h2>
					<CloseButton aria-label="Close inspector" onClick={onClose} />
				</header>
				<Tabs
					className={classes.tabs}
					value={inspector.tab}
					keepMounted={false}
					onChange={(tab) => onChange({ ...inspector, tab: tab as InspectorTab })}
				>
					<Tabs.List grow>
						{TABS.map(([tab, label]) => (
							<Tabs.Tab key={tab} value={tab} px={6}>
								{label}
							</Tabs.Tab>
						))}
					</Tabs.List>
					<Tabs.Panel value="message" className={classes.panel}>
						<MessageTab provider={provider} id={inspector.message} />
					</Tabs.Panel>
					<Tabs.Panel value="calls" className={classes.panel}>
						<CallsTab provider={provider} chosen={inspector.call} />
					</Tabs.Panel>
					<Tabs.Panel value="webhooks" className={classes.panel}>
						<WebhooksTab provider={provider} />
					</Tabs.Panel>
					<Tabs.Panel value="faults" className={classes.panel}>
						<FaultsTab provider={provider} onError={onError} />
					</Tabs.Panel>
				</Tabs>
			</aside>
		</FocusTrap>
	);
}
