import { config } from '@n8n/node-cli/eslint';
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';

/** What n8n demands of code it loads means nothing to programs and tests that run on Node by themselves. */
const demandsOnShippedCode = [
	'no-console',
	...Object.keys(n8nCommunityNodesPlugin.configs.recommended.rules),
];

export default [
	// Built, or installed.
	{ ignores: ['.cache', 'artifacts', '**/dist'] },
	...config,
	{
		files: ['{sandbox,demo,bench,test}/**/*.ts'],
		rules: Object.fromEntries(demandsOnShippedCode.map((rule) => [rule, 'off'])),
	},
];
