import { answers } from './answers';
import { blocks } from './blocks';
import { characters } from './characters';
import { code } from './code';
import { emphasis } from './emphasis';
import { links } from './links';
import { lists } from './lists';
import { orders } from './orders';
import { tables } from './tables';

export const samples = { answers, blocks, characters, code, emphasis, links, lists, orders, tables };
