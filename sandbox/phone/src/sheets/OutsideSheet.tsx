import { Button, Code, CopyButton, Stack, Text } from '@mantine/core';

/** Where a link leads. Only what lies on this machine is opened. */
export function OutsideSheet({ url }: { url: string }) {
	const isCall = url.startsWith('tel:');
	const here = URL.canParse(url) && ['127.0.0.1', 'localhost'].includes(new URL(url).hostname);
	return (
		<Stack>
			<Text size="sm">
				{isCall
					? 'A phone would now call this number.'
					: here
						? 'A phone would now open this address. It is on this machine.'
						: 'A phone would now open this address. The sandbox opens nothing outside this machine.'}
			</Text>
			<Code block>{isCall ? url.slice(4) : url}</Code>
			{here && (
				<Button component="a" href={url} target="_blank" rel="noreferrer">
					Open
				</Button>
			)}
			<CopyButton value={isCall ? url.slice(4) : url}>
				{({ copied, copy }) => (
					<Button variant="default" onClick={copy}>
						{copied ? 'Copied' : 'Copy'}
					</Button>
				)}
			</CopyButton>
		</Stack>
	);
}
