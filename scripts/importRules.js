/**
 * Which folder may import which (docs/architecture.md), for dependency-cruiser. Imports go one way:
 * nodes/<Provider> → nodes/shared → core, whatsapp. The sandbox is the other side of the wire: an error in
 * the nodes must not be able to hide in it.
 */
const forbid = (name, from, to, extra = {}) => ({
	name,
	severity: 'error',
	from: { path: from },
	to: { path: to, ...extra },
});
const SHIPPED = '^(nodes|credentials|core|whatsapp)/';

module.exports = {
	forbidden: [
		forbid('core-knows-no-other-room', '^core/', '^(nodes|whatsapp|credentials)/'),
		forbid('whatsapp-knows-no-other-room', '^whatsapp/', '^(nodes|core|credentials)/'),
		forbid('whatsapp-knows-no-n8n', '^whatsapp/', 'n8n-workflow'),
		forbid('shared-knows-no-provider', '^nodes/shared/', '^nodes/(?!shared/)'),
		{
			name: 'providers-do-not-know-each-other',
			severity: 'error',
			from: { path: '^nodes/(?!shared/)([^/]+)/' },
			to: { path: '^nodes/(?!shared/)', pathNot: '^nodes/$1/' },
		},
		forbid('shipped-code-knows-no-tooling', SHIPPED, '^(sandbox|demo|bench|test|scripts)/'),
		forbid('sandbox-stands-alone', '^sandbox/', '^(?!sandbox/)', {
			dependencyTypesNot: ['core'],
		}),
		forbid('demo-drives-the-package-from-outside', '^demo/', SHIPPED),
		{
			name: 'no-circular-imports',
			severity: 'error',
			from: { path: SHIPPED },
			to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
		},
		{
			// Folders beside each other; a folder and the ones inside it count as one.
			name: 'no-circular-folders',
			scope: 'folder',
			severity: 'error',
			from: { path: '^(nodes|credentials|core|whatsapp|sandbox|demo|bench)/' },
			to: { circular: true },
		},
		{
			name: 'every-import-resolves',
			severity: 'error',
			from: { path: SHIPPED },
			to: { couldNotResolve: true },
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^sandbox/phone/dist/' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.tools.json' },
		enhancedResolveOptions: {
			extensions: ['.ts', '.js', '.json'],
			exportsFields: ['exports'],
			conditionNames: ['import', 'require', 'node', 'default', 'types'],
		},
	},
};
