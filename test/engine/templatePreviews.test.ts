import type {
	IDataObject,
	INodeListSearchResult,
	INodePropertyOptions,
	ResourceMapperFields,
} from 'n8n-workflow';

import { accountsOf, credentialsFor, testedProviders } from '../providers';
import { loadInEditor } from './editorLoad';
import { runNode } from './harness';
import { openSandbox } from './sandboxClient';

const TO = '919800000101';
/** Settings of a sandbox with which a message has gone out once the send is answered. */
const AT_ONCE: Record<string, IDataObject> = { 'hello-all': { metaAnswer: 'cloud' } };

/** A message as the phone page gets it: a template comes with what WhatsApp made of it. */
interface Shown {
	direction: string;
	content: {
		rendered: { header: IDataObject | null; body: string; footer: string | null; buttons: IDataObject[] };
	};
}

/** A value that says where it belongs. */
function valueFor(id: string): string {
	const what = id.split('.').at(-1) ?? '';
	if (/^header\.(image|video|document)$/.test(id)) return `https://files.example.org/a.${what}`;
	if (what === 'ttl_minutes') return '90';
	if (what === 'flow_action_data') return '{"size": 42}';
	return `value-of-${what}`;
}

/** The phone's words for what the preview calls by the same names; what is not there is left out. */
function asPreview({ header, body, footer, buttons }: Shown['content']['rendered']): IDataObject {
	return {
		type: 'template',
		text: body,
		...(header ? { header: header.text ?? header.filename ?? header.link } : {}),
		...(footer ? { footer } : {}),
		...(buttons.length > 0 ? { buttons: buttons.map(({ text }) => text) } : {}),
	} as IDataObject;
}

const accounts = testedProviders.flatMap((provider) =>
	accountsOf(provider).map((account) => [account.title, account] as const),
);

let world: Awaited<ReturnType<typeof openSandbox>>;
afterEach(async () => await world.close());

test.each(accounts)(
	'%s: every template of the account is shown by Check Only as it arrives',
	async (_, account) => {
		const { type, sandbox, table } = account;
		world = await openSandbox(sandbox.name);
		await world.settings(AT_ONCE[sandbox.name] ?? {});
		const credentials = credentialsFor(account, world.baseUrl);
		const load = async <T>(
			kind: Parameters<typeof loadInEditor>[0]['kind'],
			method: string,
			parameters: IDataObject = {},
		) => await loadInEditor<T>({ type, kind, method, parameters, credentials });
		const { results } = await load<INodeListSearchResult>('listSearch', 'searchTemplates');
		const checked: IDataObject[] = [];
		const arrived: IDataObject[] = [];
		for (const { value: name } of results) {
			const templateName = { mode: 'list', value: name };
			const languages = await load<INodePropertyOptions[]>('loadOptions', 'getTemplateLanguages', {
				templateName,
			});
			for (const { value: languageCode } of languages) {
				const chosen = { templateName, languageCode } as IDataObject;
				const { fields } = await load<ResourceMapperFields>(
					'resourceMapping',
					'getTemplateVariables',
					chosen,
				);
				const parameters = {
					resource: 'message',
					operation: 'sendTemplate',
					[table.sendText.to]: TO,
					...chosen,
					variables: {
						mappingMode: 'defineBelow',
						schema: fields,
						value: Object.fromEntries(fields.map(({ id }) => [id, valueFor(id)])),
					},
				} as unknown as IDataObject;
				await world.requests();
				const check = await runNode({
					type,
					credentials,
					parameters: { ...parameters, options: { checkOnly: true } },
				});
				expect(check.error).toBeUndefined();
				expect((await world.requests()).filter(({ method }) => method !== 'GET')).toEqual([]);
				const preview = check.json[0].preview as IDataObject;
				const before = (await world.get<Shown[]>(`/${sandbox.name}/phone/${TO}`)).length;
				const { error } = await runNode({ type, credentials, parameters });
				const after = await world.get<Shown[]>(`/${sandbox.name}/phone/${TO}`);
				const id = `${String(name)} ${String(languageCode)}`;
				// What cannot be sent is said to be so before.
				const isSent = !error && after.length === before + 1;
				if (preview.warning !== undefined) expect([id, isSent]).toEqual([id, false]);
				else {
					checked.push({ id, ...preview });
					arrived.push({ id, ...asPreview((after.at(-1) as Shown).content.rendered) });
				}
			}
		}
		expect(checked.length).toBeGreaterThanOrEqual(7);
		expect(checked).toEqual(arrived);
	},
);
