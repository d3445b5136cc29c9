import type { FaultRequest } from '../../../core/faults.ts';
import type { DeliverySettings, LoggedDelivery } from '../../../core/deliveries.ts';
import type { CoreSettings, RegisteredWebhook } from '../../../core/provider.ts';
import type { Person } from '../../../core/people.ts';
import type { LoggedRequest } from '../../../core/requestLog.ts';
import type { StoredFile } from '../../../core/files.ts';
import type { Template } from '../../../platform/templates.ts';
import type {
	ListedProvider,
	PhoneMessage,
	PhonePerson,
	PhoneProvider,
} from '../../../platform/phoneView.ts';

export type { ListedProvider, Person, PhoneMessage, PhonePerson, PhoneProvider, Template };
export type { DeliverySettings, FaultRequest, LoggedDelivery as Delivery, LoggedRequest as ApiCall };
export type ActiveFault = FaultRequest & { id: string; seen: number };
export type AnsweredCall = LoggedRequest & { answer: unknown };
export type Settings = Record<string, CoreSettings & Record<string, unknown>>;
/** `workflow`: its name, where the demo told it. */
export type Webhook = RegisteredWebhook & { failures: number; workflow?: string };

/** What lies behind one message. */
export interface MessageRecord {
	message: Record<string, unknown> & { raw: unknown; record: unknown };
	call: AnsweredCall | null;
	deliveries: LoggedDelivery[];
}

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
	const response = await fetch(`/_sandbox/${path}`, {
		method,
		...(body !== undefined && {
			body: body instanceof Blob ? body : JSON.stringify(body),
			headers: { 'content-type': body instanceof Blob ? body.type : 'application/json' },
		}),
	});
	const answer = (await response.json()) as T & { error?: string };
	if (!response.ok) throw new Error(answer.error ?? `The sandbox answered ${response.status}`);
	return answer;
}

const at = (...segments: string[]) => segments.map(encodeURIComponent).join('/');

/** The sandbox's control API, as far as the page uses it. */
export const control = {
	providers: () => call<ListedProvider[]>('GET', 'providers'),
	phone: (provider: string) => call<PhoneProvider>('GET', at(provider, 'phone')),
	conversation: (provider: string, number: string, ids?: string[]) =>
		call<PhoneMessage[]>(
			'GET',
			at(provider, 'phone', number) + (ids ? `?ids=${ids.map(encodeURIComponent).join(',')}` : ''),
		),
	markRead: (provider: string, number: string) => call('POST', at(provider, 'phone', number, 'read')),
	messageRecord: (provider: string, id: string) => call<MessageRecord>('GET', at(provider, 'messages', id)),

	write: (provider: string, from: string, message: object) =>
		call<{ id: string }>('POST', at(provider, 'inbound'), { from, message }),
	upload: (provider: string, file: File) =>
		call<StoredFile>(
			'POST',
			`${at(provider, 'files')}?name=${encodeURIComponent(file.name)}`,
			file.type === '' ? new File([file], file.name, { type: 'application/octet-stream' }) : file,
		),
	changeCustomer: (provider: string, number: string, change: Partial<Person> & { botReplies?: boolean }) =>
		call<Person>('PATCH', at(provider, 'customers', number), change),

	calls: (provider: string, last: number) =>
		call<LoggedRequest[]>('GET', `requests?provider=${provider}&last=${last}`),
	call: (seq: number) => call<AnsweredCall>('GET', `requests/${seq}`),
	deliveries: (provider: string) => call<LoggedDelivery[]>('GET', `deliveries?provider=${provider}`),
	webhooks: (provider: string) => call<Webhook[]>('GET', at(provider, 'webhooks')),
	saveWebhook: (provider: string, url: string, events: string[]) =>
		call<Webhook[]>('POST', at(provider, 'webhooks'), { url, events }),
	removeWebhook: (provider: string, url: string) =>
		call<Webhook[]>('DELETE', at(provider, 'webhooks'), { url }),
	enableWebhook: (provider: string, url: string) =>
		call<Webhook[]>('POST', at(provider, 'webhooks', 'enable'), { url }),

	faults: () => call<ActiveFault[]>('GET', 'faults'),
	addFault: (fault: FaultRequest) => call<{ id: string }>('POST', 'faults', fault),
	removeFault: (id: string) => call('DELETE', at('faults', id)),
	removeFaults: () => call('DELETE', 'faults'),
	delivery: () => call<DeliverySettings>('GET', 'delivery'),
	changeDelivery: (change: Partial<DeliverySettings>) => call<DeliverySettings>('POST', 'delivery', change),
	settings: () => call<Settings>('GET', 'settings'),
	changeSettings: (provider: string, change: object) =>
		call<Settings>('PATCH', 'settings', { [provider]: change }),
	templates: (provider: string) => call<Template[]>('GET', at(provider, 'templates')),
	changeTemplate: (provider: string, name: string, change: { language: string; status: string }) =>
		call('PATCH', at(provider, 'templates', name), change),
	reset: () => call('POST', 'reset'),
};
