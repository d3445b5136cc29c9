import { OWNER } from '../../demo/environment';
import { sharedN8n } from '../e2e/sharedN8n';
import { Editor } from './editor';

/** @param story first part of the screenshots' file names */
export type OpenEditor = (story: string, viewport?: { width: number; height: number }) => Promise<Editor>;

/** One editor for all tests of a file, one after the other, with the owner signed in: a browser takes longer to load it than most of them take. */
export function useEditor(): OpenEditor {
	let editor: Editor | undefined;
	afterAll(async () => await editor?.close());
	return async (story, viewport) => {
		if (!editor) {
			editor = await Editor.open(sharedN8n().n8nUrl);
			await editor.signIn(OWNER);
		}
		await editor.begin(story, viewport);
		return editor;
	};
}
