import type { IDataObject, INode, INodeExecutionData, INodeTypeDescription } from 'n8n-workflow';

import type { Facts } from '../../registry/releasedFacts';
import { holdReleased, readReleased } from '../../registry/releasedFacts';
import type { NodeRun } from '../harness';
import { keyPaths } from './keyPaths';

/** What a run is given. */
export interface Given {
	parameters?: IDataObject;
	/** The item that goes in. */
	input?: INodeExecutionData;
}

export interface Side {
	/** Class of the node; its data is `outputs/<node>.json`. */
	node: string;
	description: INodeTypeDescription;
	run(parameters: IDataObject, inputs: INodeExecutionData[], node: Partial<INode>): Promise<NodeRun>;
	/** By `resource.operation`. */
	minimalParameters: Record<string, IDataObject>;
	rowMissing(id: string): string;
	/** Makes an account anew, and gives what the item that goes in holds. */
	renew(): Promise<IDataObject>;
	/** What makes an operation's output full, beyond the minimal parameters: things it finds, more parameters. */
	filled: Record<string, () => Promise<Given>>;
	/** Parameters with which an operation gives back something else. */
	also?: Record<string, Record<string, () => IDataObject | Promise<IDataObject>>>;
	/** Parameters that are refused before anything is sent. */
	wrong?: Record<string, IDataObject>;
	/** Other accounts and servers there are, which answer differently. */
	variants: Array<{ name: string; concerns(id: string): boolean; set(): Promise<unknown> }>;
	/** Makes all calls fail. */
	fault(fault: IDataObject): Promise<unknown>;
	/** Makes the second of three items of an operation fail, in a call of its own or within one for all; or all, where that cannot be. */
	failSecond(id: string): Promise<unknown>;
	/** Paths of objects whose keys are names that users gave. */
	dataKeys?: RegExp;
	/** Released places of raw answers that only the sandbox ever had: the provider's documents say otherwise. */
	neverGiven?: readonly string[];
}

/** Where an output is simplified, if it is. */
type Simplifies = 'parameter' | 'option' | false;

/** Every operation of a node, from the menus the editor shows, and whether its output can be simplified. */
export function operationsOf({
	properties,
}: INodeTypeDescription): Array<{ id: string; simplifies: Simplifies }> {
	return properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ displayOptions, options = [] }) =>
			options.flatMap((option) => {
				const [resource] = displayOptions?.show?.resource as string[];
				const { value: operation } = option as { value: string };
				const own = properties.filter(
					({ displayOptions: { show = {} } = {} }) =>
						show.resource?.includes(resource) && show.operation?.includes(operation),
				);
				const options = own.find(({ name }) => name === 'options')?.options ?? [];
				const simplifies = own.some(({ name }) => name === 'simplify')
					? ('parameter' as const)
					: options.some(({ name }) => name === 'simplify') && ('option' as const);
				return [{ id: `${resource}.${operation}`, simplifies }];
			}),
		);
}

/** Compares what every operation of a node gives back with what was released. */
export function testReleasedOutputs(side: Side): void {
	const operations = operationsOf(side.description);

	test('every operation that was released is still there', () => {
		const released = Object.keys(readReleased(`outputs/${side.node}`)).map((place) => place.split(' › ')[0]);
		const ids = operations.map(({ id }) => id);
		const gone = [...new Set(released)].filter((id) => !id.includes(' ') && !ids.includes(id));
		expect(gone).toEqual([]);
	});

	test.each(operations)('$id gives back what was released', async ({ id, simplifies }) => {
		if (!(id in side.minimalParameters)) throw new Error(side.rowMissing(id));
		const facts = await new Recorder(side, id).record(simplifies);
		holdReleased(
			`outputs/${side.node}`,
			facts,
			(place) => place.startsWith(`${id} › `) && !side.neverGiven?.includes(place),
		);
	});
}

const CONTINUE = { onError: 'continueRegularOutput' } as const;
const ERROR_OUTPUT = { onError: 'continueErrorOutput' } as const;
const REFUSED = { kind: 'status', status: 400 };
/** The connection breaks after the call was carried out. */
const NO_ANSWER = { kind: 'resetAfter' };

/** Runs one operation in every way its output differs, and keeps the places of what comes out. */
class Recorder {
	private readonly facts: Facts = {};

	private inputKeys: string[] = [];

	constructor(
		private readonly side: Side,
		private readonly id: string,
	) {}

	async record(simplifies: Simplifies): Promise<Facts> {
		this.output('output', await this.run());
		if (simplifies) {
			const off = { simplify: false };
			const options = { ...(this.side.minimalParameters[this.id].options as IDataObject), ...off };
			const parameters = () => (simplifies === 'option' ? { options } : off);
			this.output('output (simplify off)', await this.run({ parameters }));
		}
		for (const [name, parameters] of Object.entries(this.side.also?.[this.id] ?? {})) {
			this.output(`output (${name})`, await this.run({ parameters }));
		}
		for (const { name, concerns, set } of this.side.variants) {
			if (!concerns(this.id)) continue;
			const result = await this.run({ prepare: set });
			if (result.error) this.add([`output (${name}) is an error`]);
			else this.output(`output (${name})`, result);
		}
		const { fault, failSecond } = this.side;
		const fails = (kind: IDataObject) => async () => await fault(kind);
		const failed = await this.run({ prepare: fails(REFUSED), node: CONTINUE });
		this.items('failed item', failed.outputs[0]);
		const routed = await this.run({ prepare: fails(REFUSED), node: ERROR_OUTPUT });
		this.items('error output', routed.outputs[1].map(this.withoutInput));
		const unknown = await this.run({ prepare: fails(NO_ANSWER), node: CONTINUE });
		this.items('no answer', unknown.outputs[0]);
		const wrong = this.side.wrong?.[this.id];
		if (wrong) {
			const given = { parameters: () => wrong };
			this.items('wrong parameter', (await this.run({ ...given, node: CONTINUE })).outputs[0]);
			this.error('run stopped by a wrong parameter', await this.run(given));
		}
		this.error('stopped run', await this.run({ prepare: fails(REFUSED) }));
		this.error(
			'stopped run of 3 items',
			await this.run({ prepare: async () => await failSecond(this.id), items: 3 }),
		);
		return this.facts;
	}

	/** Runs the operation in a new account. */
	private async run({
		parameters = () => ({}),
		prepare = async () => undefined,
		node = {},
		items = 1,
	}: {
		parameters?: () => IDataObject | Promise<IDataObject>;
		prepare?: () => Promise<unknown>;
		node?: Partial<INode>;
		items?: number;
	} = {}): Promise<NodeRun> {
		const { side, id } = this;
		const [resource, operation] = id.split('.');
		const json = await side.renew();
		this.inputKeys = Object.keys(json);
		const { parameters: more, input }: Given = (await side.filled[id]?.()) ?? {};
		await prepare();
		return await side.run(
			{ resource, operation, ...side.minimalParameters[id], ...more, ...(await parameters()) },
			Array.from({ length: items }, () => input ?? { json }),
			node,
		);
	}

	private add(places: string[]): void {
		for (const place of places) this.facts[`${this.id} › ${place}`] = true;
	}

	private output(name: string, { error, outputs }: NodeRun): void {
		if (error) throw new Error(`${this.id}, ${name}: ${error.message} (${error.description ?? ''})`);
		if (outputs.flat().length === 0) throw new Error(`${this.id}, ${name}: nothing came out`);
		this.items(name, outputs[0]);
	}

	private items(name: string, items: INodeExecutionData[]): void {
		for (const { json, binary = {} } of items) {
			this.add(keyPaths(json, name, this.side.dataKeys));
			for (const [property, { fileName, mimeType }] of Object.entries(binary)) {
				this.add(keyPaths({ fileName, mimeType }, `${name} binary.${property}`));
			}
		}
	}

	/** n8n puts the error beside what the item held when it went in. */
	private withoutInput = ({ json }: INodeExecutionData): INodeExecutionData => ({
		json: Object.fromEntries(Object.entries(json).filter(([key]) => !this.inputKeys.includes(key))),
	});

	/** What a workflow for errors is told. The error's other parts are n8n's own. */
	private error(name: string, { error }: NodeRun): void {
		if (!error) throw new Error(`${this.id}, ${name}: nothing failed`);
		const { httpCode, context } = error;
		this.add([
			`${name}: the error is a ${error.name}`,
			...(httpCode === undefined ? [] : keyPaths(httpCode, `${name}: httpCode`)),
			// Which items these are depends on how many calls go out side by side.
			...keyPaths(context, `${name}: context`).filter((place) => !/outcomes\.\w+\[\]/.test(place)),
		]);
	}
}
