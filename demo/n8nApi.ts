import { randomInt, randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import type { AxiosInstance, AxiosRequestConfig } from 'axios';
import type {
	AgentData,
	CredentialData,
	CredentialReference,
	CredentialVerdict,
	Execution,
	Owner,
	Workflow,
	WorkflowData,
} from './n8nTypes.ts';
import { PACKAGE } from './packedPackage.ts';

export type * from './n8nTypes.ts';

interface Publication {
	status: string;
	triggers: Array<{ errorMessage: string | null }>;
}

const RUNNING = ['new', 'running', 'waiting'];
/** n8n takes half a second to publish a workflow: to ask more often only keeps it busy. */
const POLL_MS = 250;
/** Registering a webhook is tried several times, by an n8n that may be busy. */
const PUBLISHED_WITHIN_MS = 300_000;
const YEAR_S = 365 * 24 * 3600;
const MOST_EXECUTIONS_A_PAGE = 250;

/** What n8n itself said, instead of "Request failed with status code 400". */
function readable(error: unknown): Error {
	if (!axios.isAxiosError(error) || error.response === undefined) return error as Error;
	const { config, response } = error;
	const message = (response.data as { message?: string } | undefined)?.message ?? response.statusText;
	return new Error(`n8n: ${config?.method?.toUpperCase()} ${config?.url}: ${response.status} ${message}`);
}

/** n8n's own REST interface, as its editor uses it, for one signed-in user. */
export class N8nApi {
	private readonly http: AxiosInstance;
	private publicApiKey: string | undefined;

	/** @param session the cookie of a user who is signed in (see `session`), instead of `signIn` */
	constructor(url: string, timeoutMs = 60_000, session?: string) {
		// A busy n8n closes connections it kept open just when they are used again.
		const httpAgent = new Agent({ keepAlive: false });
		this.http = axios.create({ baseURL: url, timeout: timeoutMs, httpAgent });
		this.http.defaults.headers.common.Cookie = session;
	}

	/** The cookie n8n gave the user at sign-in, without which it asks for their password. */
	get session(): string | undefined {
		return this.http.defaults.headers.common.Cookie as string | undefined;
	}

	private async call<T>(config: AxiosRequestConfig): Promise<T> {
		const response = await this.http.request<{ data: T }>(config).catch((error: unknown) => {
			throw readable(error);
		});
		const cookie = response.headers['set-cookie']?.find((entry) => entry.startsWith('n8n-auth='));
		if (cookie) this.http.defaults.headers.common.Cookie = cookie.split(';')[0];
		return response.data.data;
	}

	private get = <T>(url: string, params?: object): Promise<T> => this.call({ method: 'GET', url, params });
	private post = <T>(url: string, data: object): Promise<T> => this.call({ method: 'POST', url, data });

	/**
	 * Signs in as the owner, who is created first on an n8n that has none. One that runs without its editor does not tell
	 * whether it has one.
	 */
	async signIn({ email, password }: Owner): Promise<void> {
		await this.post('/rest/login', { emailOrLdapLoginId: email, password }).catch(async (error: Error) => {
			if (!error.message.includes(': 401 ')) throw error;
			const owner = { email, password, firstName: 'Demo', lastName: 'Owner' };
			await this.post('/rest/owner/setup', owner).catch(() => {
				throw error;
			});
		});
	}

	createCredential(credential: CredentialData): Promise<CredentialReference> {
		return this.post('/rest/credentials', credential);
	}

	/** Makes the credential of this name hold this data, whether it existed or not. */
	async putCredential(credential: CredentialData): Promise<CredentialReference> {
		const all = await this.get<Array<CredentialReference & { type: string }>>('/rest/credentials');
		const known = all.find(({ name, type }) => name === credential.name && type === credential.type);
		if (!known) return await this.createCredential(credential);
		return await this.call({ method: 'PATCH', url: `/rest/credentials/${known.id}`, data: credential });
	}

	/** The "Test" of the credential dialog, on a credential that was saved. */
	testCredential(reference: CredentialReference, credential: CredentialData): Promise<CredentialVerdict> {
		return this.post('/rest/credentials/test', { credentials: { ...credential, id: reference.id } });
	}

	/** As the editor saves a new one, which gives every node with a webhook an ID for its address. */
	createWorkflow(workflow: WorkflowData): Promise<Workflow> {
		const nodes = workflow.nodes.map((node) =>
			node.type.startsWith(`${PACKAGE}.`) ? { webhookId: randomUUID(), ...node } : node,
		);
		return this.post('/rest/workflows', { active: false, settings: {}, ...workflow, nodes });
	}

	/** All of them, without their nodes. */
	workflows(): Promise<Array<Pick<Workflow, 'id' | 'name' | 'active'>>> {
		return this.get('/rest/workflows');
	}

	workflow(id: string): Promise<Workflow> {
		return this.get(`/rest/workflows/${id}`);
	}

	async findWorkflow(name: string): Promise<Workflow | undefined> {
		const found = (await this.workflows()).find((workflow) => workflow.name === name);
		return found && (await this.workflow(found.id));
	}

	/**
	 * Publishes the workflow and waits until its triggers are registered.
	 *
	 * @throws with the trigger's own message when n8n gave up registering it
	 */
	async activate({ id, versionId }: Workflow): Promise<void> {
		await this.post(`/rest/workflows/${id}/activate`, { versionId });
		await this.until(async () => {
			const { status, triggers } = await this.publication(id, 'published');
			if (status !== 'published' && status !== 'in_progress' && status !== 'not_published') {
				throw new Error(triggers.map(({ errorMessage }) => errorMessage).join('\n'));
			}
			return status === 'published';
		}, `Workflow ${id} is still not published`);
	}

	/** Takes the workflow out of service and waits until its triggers are gone. */
	async deactivate({ id }: Pick<Workflow, 'id'>): Promise<void> {
		await this.post(`/rest/workflows/${id}/deactivate`, {});
		const isOut = async () => (await this.publication(id, 'not_published')).status === 'not_published';
		await this.until(isOut, `Workflow ${id} is still published`);
	}

	private async until(holds: () => Promise<boolean>, otherwise: string): Promise<void> {
		const end = Date.now() + PUBLISHED_WITHIN_MS;
		while (!(await holds())) {
			if (Date.now() > end) throw new Error(`n8n: ${otherwise} after ${PUBLISHED_WITHIN_MS / 1000} s`);
			await sleep(POLL_MS);
		}
	}

	/**
	 * How far publishing has come.
	 * @param settled what it has come to where n8n has no such call: older versions answer when all is done
	 */
	private async publication(id: string, settled: string): Promise<Publication> {
		return await this.get<Publication>(`/rest/workflows/${id}/publication-status`).catch((error: Error) => {
			if (!error.message.includes(' 404 ')) throw error;
			return { status: settled, triggers: [] };
		});
	}

	/** Saves a workflow as the editor does; what is active stays as it is until it is published again. */
	update({ id, ...workflow }: Workflow): Promise<Workflow> {
		return this.call({ method: 'PATCH', url: `/rest/workflows/${id}`, data: workflow });
	}

	/** "Listen for event" of a trigger: registers its test address and waits for one delivery. */
	async listen(workflow: Workflow, trigger: string): Promise<void> {
		await this.post(`/rest/workflows/${workflow.id}/run`, {
			workflowData: workflow,
			triggerToStartFrom: { name: trigger },
		});
	}

	/** "Stop listening". */
	async stopListening({ id }: Pick<Workflow, 'id'>): Promise<void> {
		await this.call({ method: 'DELETE', url: `/rest/test-webhook/${id}` });
	}

	async deleteWorkflow({ id }: Pick<Workflow, 'id'>): Promise<void> {
		await this.post(`/rest/workflows/${id}/archive`, {});
		await this.call({ method: 'DELETE', url: `/rest/workflows/${id}` });
	}

	/** "Execute workflow" from the given start node, to its end. */
	async run(workflow: Workflow, startNode: string): Promise<Execution> {
		const { executionId } = await this.post<{ executionId: string }>(`/rest/workflows/${workflow.id}/run`, {
			workflowData: workflow,
			triggerToStartFrom: { name: startNode },
		});
		for (;;) {
			const execution = await this.execution(executionId);
			if (!RUNNING.includes(execution.status)) return execution;
			await sleep(POLL_MS);
		}
	}

	/** "Retry" in the list of executions, to its end: with the workflow as it was, or as it is saved now. */
	async retry({ id }: Pick<Execution, 'id'>, withSavedWorkflow = false): Promise<Execution> {
		const { id: retried } = await this.post<{ id: string }>(`/rest/executions/${id}/retry`, {
			loadWorkflow: withSavedWorkflow,
		});
		return await this.execution(retried);
	}

	/** The executions of a workflow with their data, the newest first. */
	async executions(workflowId: string): Promise<Execution[]> {
		const all: Execution[] = [];
		let cursor: string | null | undefined;
		do {
			const page = await this.publicApi<{ data: Execution[]; nextCursor: string | null }>('/executions', {
				workflowId,
				limit: MOST_EXECUTIONS_A_PAGE,
				...(cursor ? { cursor } : {}),
			});
			all.push(...page.data);
			cursor = page.nextCursor;
		} while (cursor);
		return all;
	}

	/** An agent of n8n's own, where n8n has that module on. @returns its ID */
	async publishAgent(agent: AgentData): Promise<string> {
		const { id: project } = await this.get<{ id: string }>('/rest/projects/personal');
		const agents = `/rest/projects/${project}/agents/v2`;
		const { id } = await this.post<{ id: string }>(agents, { name: agent.name, schema: agent });
		await this.post(`${agents}/${id}/publish`, {});
		return id;
	}

	/** "Stop execution" of whatever runs of a workflow. @returns whether something did */
	async stopRunning({ id: workflowId }: Pick<Workflow, 'id'>): Promise<boolean> {
		const filter = JSON.stringify({ workflowId, status: ['running'] });
		const { results } = await this.get<{ results: Execution[] }>('/rest/executions', { filter, limit: 10 });
		for (const { id } of results) await this.post(`/rest/executions/${id}/stop`, {});
		return results.length > 0;
	}

	/** How many executions of a workflow there are, whatever became of them or with one status only. */
	async countExecutions(workflowId: string, status?: string): Promise<number> {
		const filter = JSON.stringify({ workflowId, ...(status ? { status: [status] } : {}) });
		return (await this.get<{ count: number }>('/rest/executions', { filter, limit: 1 })).count;
	}

	execution(id: string): Promise<Execution> {
		return this.publicApi<Execution>(`/executions/${id}`, {});
	}

	/** What the editor calls to fill a list, a resource locator or a resource mapper. */
	dynamicParameters<T>(
		kind: 'options' | 'resource-locator-results' | 'resource-mapper-fields',
		request: object,
	): Promise<T> {
		return this.post(`/rest/dynamic-node-parameters/${kind}`, request);
	}

	/** The public API gives execution data as plain JSON, the editor's own as a packed list. */
	private async publicApi<T>(path: string, params: object): Promise<T> {
		this.publicApiKey ??= (
			await this.post<{ rawApiKey: string }>('/rest/api-keys', {
				label: `Reads executions ${Date.now()}`,
				// Older versions sign what is given here and the second, and refuse an equal key.
				expiresAt: Math.floor(Date.now() / 1000) + randomInt(YEAR_S, 9 * YEAR_S),
				scopes: ['execution:read', 'execution:list'],
			})
		).rawApiKey;
		const { data } = await this.http
			.get<T>(`/api/v1${path}`, {
				params: { includeData: true, ...params },
				headers: { 'X-N8N-API-KEY': this.publicApiKey },
			})
			.catch((error: unknown) => {
				throw readable(error);
			});
		return data;
	}
}
