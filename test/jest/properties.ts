/* Property tests try the same values at every run, so that a change is judged by what it changed; the nightly job tries others. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 1) });
