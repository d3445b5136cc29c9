import { BODIES } from './bodies';
import { CONTENTS } from './contents';
import { NOTICES } from './notices';
import type { Pair } from './pair';
import { TEXTS } from './texts';

export type { Pair } from './pair';

export const PAIRS: Pair[] = [...TEXTS, ...CONTENTS, ...NOTICES, ...BODIES];
