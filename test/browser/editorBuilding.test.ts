import { credentialTests } from './credential';
import { sendTextTests } from './sendText';
import { templateTests } from './template';
import { triggerPanelTests } from './triggerPanel';
import { useEditor } from './useEditor';

/* What somebody sees who builds a workflow. */

const openEditor = useEditor();

// First, since it signs in by the form.
sendTextTests(openEditor);
templateTests(openEditor);
triggerPanelTests(openEditor);
credentialTests(openEditor);
