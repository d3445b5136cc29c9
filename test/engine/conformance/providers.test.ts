import { testedProviders } from '../../providers';
import { describeProvider } from './describeProvider';

testedProviders.forEach(describeProvider);
