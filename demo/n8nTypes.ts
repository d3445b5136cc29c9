/** Only what the demo and the tests look at; n8n's answers hold more. */
export interface Owner {
	email: string;
	password: string;
}
export interface CredentialReference {
	id: string;
	name: string;
}
export interface CredentialData {
	name: string;
	type: string;
	data: Record<string, unknown>;
}
export interface WorkflowNode {
	name: string;
	type: string;
	typeVersion: number;
	position: [number, number];
	parameters: Record<string, unknown>;
	credentials?: Record<string, CredentialReference>;
	/** Part of the URLs of the node's webhooks. */
	webhookId?: string;
	[setting: string]: unknown;
}
export interface WorkflowData {
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
}
export interface Workflow extends WorkflowData {
	id: string;
	versionId: string;
	active: boolean;
}
export interface OutputItem {
	json: Record<string, unknown>;
	pairedItem?: unknown;
}
export interface NodeRun {
	executionStatus: string;
	/** When it began, and how long it took, in milliseconds. */
	startTime: number;
	executionTime: number;
	error?: { message: string; description?: string | null; [field: string]: unknown };
	data?: { main: OutputItem[][] };
}
export interface Execution {
	id: string;
	status: string;
	mode: string;
	workflowId: string;
	data: { resultData: { runData: Record<string, NodeRun[]>; error?: { message: string } } };
}
export interface CredentialVerdict {
	status: 'OK' | 'Error';
	message: string;
}
export interface AgentData {
	name: string;
	/** Provider and model: `openai/gpt-5-mini`. */
	model: string;
	/** The ID of the credential for the model. */
	credential: string;
	instructions: string;
}
