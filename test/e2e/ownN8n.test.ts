import { broadcastTests } from './broadcast';
import { burstEndTests, burstTests } from './bursts';
import { useOwnN8n } from './ownN8n';
import { restartTests } from './restart';

/*
 * What stops an n8n, kills it or keeps it busy. No other test should have to do with that, and one n8n is enough for all of
 * it: a start takes ten seconds of a processor.
 */

/** As `npm run demo` starts it, with the setting docs/triggers.md recommends. */
const ownN8n = useOwnN8n();

restartTests(ownN8n);
describe('a broadcast', () => broadcastTests(ownN8n));
describe('bursts, with the setting docs/triggers.md recommends', () => {
	burstTests(ownN8n, 12);
	burstEndTests(ownN8n, 12);
});
