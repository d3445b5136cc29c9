import { CloseButton, FocusTrap, Tabs } from '@mantine/core';
import { CallsTab } from './CallsTab.tsx';
import classes from './glass.module.css';
import { MessageTab } from './MessageTab.tsx';
import { FaultsTab } from './FaultsTab.tsx';
import { WebhooksTab } from './WebhooksTab.tsx';

export type GlassTab = 'message' | 'calls' | 'webhooks' | 'faults';

/** What the pane shows: a tab, and in two of them what was chosen elsewhere on the page. */
export interface Glass {
	tab: GlassTab;
	message: string | null;
	call: number | null;
}

const TABS: Array<[GlassTab, string]> = [
	['message', 'Message'],
	['calls', 'API calls'],
	['webhooks', 'Webhooks'],
	['faults', 'Faults'],
];

interface GlassPaneProps {
	provider: string;
	/** It lies over the chat instead of beside it. */
	over: boolean;
	glass: Glass;
	onChange: (glass: Glass) => void;
	onClose: () => void;
	onError: (error: unknown) => void;
}

/** Behind the glass: the wire below the phone, and the switches that disturb it. */
export function GlassPane({ provider, over, glass, onChange, onClose, onError }: GlassPaneProps) {
	return (
		<FocusTrap active={over}>
			<aside
				className={classes.pane}
				aria-label="Behind the glass"
				onKeyDown={(event) => over && event.key === 'Escape' && onClose()}
			>
				<header className={classes.head}>
					<h2>Behind the glass</h2>
					<CloseButton aria-label="Close behind the glass" onClick={onClose} />
				</header>
				<Tabs
					className={classes.tabs}
					value={glass.tab}
					keepMounted={false}
					onChange={(tab) => onChange({ ...glass, tab: tab as GlassTab })}
				>
					<Tabs.List grow>
						{TABS.map(([tab, label]) => (
							<Tabs.Tab key={tab} value={tab}>
								{label}
							</Tabs.Tab>
						))}
					</Tabs.List>
					<Tabs.Panel value="message" className={classes.panel}>
						<MessageTab provider={provider} id={glass.message} />
					</Tabs.Panel>
					<Tabs.Panel value="calls" className={classes.panel}>
						<CallsTab provider={provider} chosen={glass.call} />
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
