/** Whether an address may be used as it is: https, or plain http on this machine, which is how the sandbox is reached. */
export function isSafeAddress({ protocol, hostname }: URL): boolean {
	return (
		protocol === 'https:' || (protocol === 'http:' && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname))
	);
}
