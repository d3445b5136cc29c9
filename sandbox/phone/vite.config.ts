import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `npm run dev` serves the page with live reload beside a sandbox on its usual port. */
export default defineConfig({
	base: './',
	plugins: [react()],
	build: { target: 'es2023', assetsInlineLimit: 0, chunkSizeWarningLimit: 1500, reportCompressedSize: false },
	server: { proxy: { '/_sandbox': process.env.SANDBOX_URL ?? 'http://127.0.0.1:4010' } },
});
