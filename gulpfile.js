const { src, dest } = require('gulp');

/** What tsc does not carry into dist/: icons and codex files, beside the node or credential they belong to. */
function assets() {
	return src(['nodes/**/*.{svg,png}', 'nodes/**/*.node.json', 'credentials/**/*.svg'], {
		base: '.',
		encoding: false,
	}).pipe(dest('dist'));
}

/** A package for each provider by itself, in artifacts/tarballs. */
async function tarballs() {
	await require('./scripts/providerPackages').packProviders();
}

exports.assets = assets;
exports.tarballs = tarballs;
exports.default = assets;
