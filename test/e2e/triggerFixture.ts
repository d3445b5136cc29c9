import axios from 'axios';
import type { Execution, Workflow } from '../../demo/n8nApi';
import type { Delivery } from '../../demo/sandboxControl';
import type { LiveProvider } from './liveProviders';
import { liveProvider } from './liveProviders';
import type { Fixture, EnvironmentAddress } from './environment';
import { openFixture } from './environment';
import { endedExecutions } from './executions';

/** Name of the trigger in the workflows of these tests. */
export const TRIGGER = 'When a customer writes';

/** What tests of a trigger do with a workflow that holds nothing else. */
export class TriggerFixture {
	readonly customer: string;
	private readonly live: LiveProvider;

	private constructor(
		readonly fixture: Fixture,
		readonly provider: string,
	) {
		this.live = liveProvider(provider);
		this.customer = this.live.customer('301');
	}

	static async open(provider: string, address?: EnvironmentAddress): Promise<TriggerFixture> {
		return new TriggerFixture(await openFixture(provider, address), provider);
	}

	/** Made, and left inactive. */
	async workflow(parameters: object = {}, credential = this.fixture.credential): Promise<Workflow> {
		const { api, provider } = this.fixture;
		return await api.createWorkflow({
			name: `${provider.label} Trigger alone`,
			nodes: [
				{
					name: TRIGGER,
					type: `n8n-nodes-whatsapp-bsp.${this.provider}Trigger`,
					typeVersion: 1.1,
					position: [0, 0],
					parameters: { events: ['message'], ...parameters },
					credentials: { [provider.credentialType]: { id: credential.id, name: credential.name } },
				},
			],
			connections: {},
		});
	}

	/** Calls the provider's API as its owner would. */
	async callProvider<T = unknown>(method: string, path: string, data?: object): Promise<T> {
		const { baseUrl, provider } = this.fixture;
		const headers = this.live.keyHeader(provider.apiKey);
		return (await axios.request<T>({ method, url: `${baseUrl}${path}`, data, headers })).data;
	}

	/** The business writes to the customer. @returns the message's ID */
	async answers(body: string): Promise<string> {
		const { path, body: data } = this.live.message(this.customer, body);
		await this.callProvider('POST', path, data);
		const sent = (await this.fixture.control.conversation(this.customer)).at(-1)!;
		expect(sent).toMatchObject({ direction: 'out', text: body });
		return sent.id;
	}

	/** The customer writes. */
	async writes(body: string) {
		return await this.fixture.control.inbound({
			from: this.customer,
			name: 'Asha',
			message: { type: 'text', text: { body } },
		});
	}

	/** The bodies of a delivery as the provider sent them for these messages. */
	async bodiesOf(id: string): Promise<string[]> {
		return (await this.fixture.control.delivered(id)).map(({ body }) => body);
	}

	/** Where the provider delivers to at the moment, of this n8n. */
	async ownUrls(): Promise<string[]> {
		return (await this.fixture.control.webhooks()).filter((url) => url.startsWith(this.fixture.n8nUrl));
	}

	/** Has the provider forget where it delivers to of this n8n. @returns what that was */
	async removeUrls(): Promise<string[]> {
		const urls = await this.ownUrls();
		for (const url of urls) await this.callProvider('DELETE', this.live.webhook(url));
		return urls;
	}

	async executions(workflow: Workflow, expected: number): Promise<Execution[]> {
		return await endedExecutions(this.fixture.api, workflow, expected, this.fixture.waitLimitMs);
	}
}

export const itemsOf = ({ data }: Execution) =>
	data.resultData.runData[TRIGGER][0].data?.main[0].map(({ json }) => json) ?? [];

export const textsOf = (executions: Execution[]) => executions.flatMap(itemsOf).map(({ text }) => text);

export const answeredWith = (deliveries: Delivery[]) => [...new Set(deliveries.map(({ status }) => status))];
