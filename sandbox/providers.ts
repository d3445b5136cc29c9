import type { Provider } from './core/provider.ts';
import { helloAll } from './hello-all/index.ts';
import { heltar } from './heltar/index.ts';

/** Every provider the sandbox plays. */
export const providers: readonly Provider[] = [heltar, helloAll];
