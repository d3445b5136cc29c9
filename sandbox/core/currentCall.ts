import { AsyncLocalStorage } from 'node:async_hooks';

/** The log number of the provider call being served, also in what it plans for later: whose doing a message is. */
export const currentCall = new AsyncLocalStorage<number>();
