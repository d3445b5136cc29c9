import { conversationTests } from './conversation';
import { exampleTests } from './exampleCanvas';
import { sendManyTests } from './sendMany';
import { useEditor } from './useEditor';

/* What somebody sees of workflows that are there, and of what became of them. */

const openEditor = useEditor();

conversationTests(openEditor);
sendManyTests(openEditor);
exampleTests(openEditor);
