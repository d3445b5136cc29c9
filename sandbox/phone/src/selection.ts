import { useCallback, useSyncExternalStore } from 'react';

/** Which conversation is open. It stands in the address, so that reloading and going back work. */
export interface Selection {
	provider: string | null;
	number: string | null;
}

const listen = (react: () => void) => {
	window.addEventListener('hashchange', react);
	return () => window.removeEventListener('hashchange', react);
};

export function useSelection(): [Selection, (provider: string, number?: string) => void] {
	const hash = useSyncExternalStore(listen, () => location.hash);
	const [provider = '', number = ''] = hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
	const select = useCallback((toProvider: string, toNumber?: string) => {
		location.hash = ['', toProvider, toNumber]
			.filter((one) => one !== undefined)
			.map(encodeURIComponent)
			.join('/');
	}, []);
	return [{ provider: provider || null, number: number || null }, select];
}
