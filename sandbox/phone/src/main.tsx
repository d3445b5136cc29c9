import '@mantine/core/styles.css';
import './colours.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { theme } from './theme.ts';

const client = new QueryClient({
	// The sandbox tells of every change; nothing has to be asked again on a whim.
	defaultOptions: { queries: { staleTime: Infinity, refetchOnWindowFocus: false, retry: 2 } },
});

createRoot(document.getElementById('root') as HTMLElement).render(
	<StrictMode>
		<MantineProvider theme={theme} defaultColorScheme="auto">
			<QueryClientProvider client={client}>
				<App />
			</QueryClientProvider>
		</MantineProvider>
	</StrictMode>,
);
