import type { ICredentialType, IDataObject, INodeType } from 'n8n-workflow';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Provider } from '../nodes/shared/provider';
import type { Provider as SandboxProvider } from '../sandbox/core/provider';
import { providers as sandboxProviders } from '../sandbox/providers';
import type { Conformance } from './engine/conformance/table';

/** One provider of the package, as the tests need it. */
export interface TestedProvider {
	/** Its folder in nodes/, such as "HelloAll". */
	folder: string;
	/** Its contract. */
	contract: Provider;
	/** The type, and the API style where it is not the usual one. */
	title: string;
	/** Type of the action node, first part of the trigger's, and folder in test/engine/: "helloAll". */
	type: string;
	action: INodeType;
	trigger: INodeType;
	credential: ICredentialType;
	/** The sandbox's part of it: the path below the host, and the key there is from the start. */
	sandbox: Pick<SandboxProvider, 'name' | 'key'> & { account?: IDataObject };
	/** What holds for it alone. */
	table: Conformance;
}

const root = join(__dirname, '..');
/** By name, because it is not known here which providers there are; through Jest, which understands TypeScript. */
const load = <T extends object>(...path: string[]) => jest.requireActual<T>(join(root, ...path));
const upperFirst = (word: string) => word[0].toUpperCase() + word.slice(1);
const lowerFirst = (word: string) => word[0].toLowerCase() + word.slice(1);
const dashed = (word: string) => word.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const folders = readdirSync(join(root, 'nodes')).filter((folder) =>
	existsSync(join(root, 'nodes', folder, `${folder}.node.ts`)),
);

/** Every provider, found by its folder, so that a new one is tested without being listed. */
export const testedProviders: TestedProvider[] = folders.map((folder) => {
	const type = lowerFirst(folder);
	const contract = load<Record<string, Provider>>('nodes', folder, 'provider')[type];
	const credentialClass = upperFirst(contract.http.credentialType);
	const nodeOf = (name: string) =>
		new (load<Record<string, new () => INodeType>>('nodes', folder, `${name}.node`)[name])();
	const Credential = load<Record<string, new () => ICredentialType>>(
		'credentials',
		`${credentialClass}.credentials`,
	)[credentialClass];
	return {
		folder,
		contract,
		title: type,
		type,
		action: nodeOf(folder),
		trigger: nodeOf(`${folder}Trigger`),
		credential: new Credential(),
		sandbox: sandboxNamed(dashed(type)),
		// Only where it is used, as it brings the tests of the engine along.
		get table() {
			return load<{ conformance: Conformance }>('test/engine', type, 'conformance').conformance;
		},
	};
});

function sandboxNamed(name: string): TestedProvider['sandbox'] {
	const found = sandboxProviders.find((one) => one.name === name);
	if (!found) throw new Error(`sandbox/providers.ts has no provider called "${name}"`);
	return found;
}

/** A provider as it is with each kind of account: the usual one, and those of other API styles. */
export function accountsOf(provider: TestedProvider): TestedProvider[] {
	const { type, table, sandbox } = provider;
	const further = (table.styles ?? []).map(({ title, account, ...differing }) => ({
		...provider,
		title: `${type}, ${title}`,
		sandbox: { ...sandbox, account },
		// What the usual account lacks, another one may have.
		table: { ...table, lacks: undefined, ...differing },
	}));
	return [provider, ...further];
}

/** @throws where there is none of this type */
export function testedProvider(type: string): TestedProvider {
	const found = testedProviders.find((one) => one.type === type);
	if (!found) throw new Error(`nodes/ has no provider "${type}"`);
	return found;
}

/** What n8n hands a node of the provider, for an account at this address. */
export const credentialsFor = (
	{ contract, sandbox }: TestedProvider,
	baseUrl: string,
	apiKey = sandbox.key,
) => ({
	[contract.http.credentialType]: { ...sandbox.account, apiKey, baseUrl },
});
