const { src, dest } = require('gulp');

/** What tsc does not carry into dist/: icons and codex files, beside the node or credential they belong to. */
function assets() {
	return src(['nodes/**/*.{svg,png}', 'nodes/**/*.node.json', 'credentials/**/*.svg'], {
		base: '.',
		encoding: false,
	}).pipe(dest('dist'));
}

exports.assets = assets;
exports.default = assets;
