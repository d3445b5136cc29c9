import { burstEndTests, burstTests, isFullRun } from './bursts';
import { useOwnN8n } from './ownN8n';

describe('bursts, in an n8n as it is by default', () => {
	const ownN8n = useOwnN8n({});
	burstTests(ownN8n, 4);
	if (isFullRun) burstEndTests(ownN8n, 4);
});
