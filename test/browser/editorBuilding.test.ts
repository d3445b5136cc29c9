import { credentialTests } from './credential';
import { sendTextTests } from './sendText';
import { templateTests } from './template';
import { triggerPanelTests } from './triggerPanel';
import { useEditor } from './useEditor';

/* What somebody sees who builds a workflow. */

const openEditor = useEditor();

// First, since the form to sign in loads the editor anew.
sendTextTests(openEditor);
templateTests(openEditor);
triggerPanelTests(openEditor);
credentialTests(openEditor);
