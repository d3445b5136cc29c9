import { queryOptions, useQuery } from '@tanstack/react-query';
import { control } from './control.ts';

/** How many of the latest API calls the page looks at. */
const CALLS = 300;

/** Everything the page reads, by key. Events keep it fresh (live.ts), so nothing is ever stale by age. */
export const queries = {
	providers: () => queryOptions({ queryKey: ['providers'], queryFn: control.providers }),
	phone: (provider: string) =>
		queryOptions({ queryKey: ['phone', provider], queryFn: () => control.phone(provider) }),
	conversation: (provider: string, number: string) =>
		queryOptions({
			queryKey: ['conversation', provider, number],
			queryFn: () => control.conversation(provider, number),
		}),
	messageRecord: (provider: string, id: string) =>
		queryOptions({
			queryKey: ['messageRecord', provider, id],
			queryFn: () => control.messageRecord(provider, id),
		}),
	calls: (provider: string) =>
		queryOptions({ queryKey: ['calls', provider], queryFn: () => control.calls(provider, CALLS) }),
	call: (seq: number) => queryOptions({ queryKey: ['call', seq], queryFn: () => control.call(seq) }),
	deliveries: (provider: string) =>
		queryOptions({ queryKey: ['deliveries', provider], queryFn: () => control.deliveries(provider) }),
	webhooks: (provider: string) =>
		queryOptions({ queryKey: ['webhooks', provider], queryFn: () => control.webhooks(provider) }),
	templates: (provider: string) =>
		queryOptions({ queryKey: ['templates', provider], queryFn: () => control.templates(provider) }),
	faults: () => queryOptions({ queryKey: ['faults'], queryFn: control.faults }),
	delivery: () => queryOptions({ queryKey: ['delivery'], queryFn: control.delivery }),
	settings: () => queryOptions({ queryKey: ['settings'], queryFn: control.settings }),
};

/** Nothing as long as no provider is known. */
export const usePhone = (provider: string) =>
	useQuery({ ...queries.phone(provider), enabled: provider !== '' }).data;

/** What the sandbox says about a provider. */
export const useProvider = (name: string) =>
	useQuery(queries.providers()).data?.find((provider) => provider.name === name);

/** How a provider is called on the page. */
export const useProviderLabel = (name: string) => useProvider(name)?.label ?? name;
