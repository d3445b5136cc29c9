/** Names for `npx gulp`. The work itself needs no gulp and is done by scripts/. */

/** dist/: compiled code, icons and codex files. */
async function build() {
	const { ok, output } = await require('./scripts/build').build();
	if (!ok) throw new Error(output);
}

/** A package for each provider by itself, in artifacts/tarballs. */
async function tarballs() {
	await require('./scripts/providerPackages').packProviders();
}

exports.build = build;
exports.tarballs = tarballs;
exports.default = build;
