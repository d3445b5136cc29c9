import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import classes from './inspector.module.css';

/** A line that opens; what it holds is drawn only then. */
export function Foldable({
	line,
	open = false,
	children,
}: {
	line: ReactNode;
	open?: boolean;
	children: ReactNode;
}) {
	const [opened, setOpened] = useState(open);
	const [wasTold, setWasTold] = useState(open);
	if (open !== wasTold) {
		setWasTold(open);
		if (open) setOpened(true);
	}
	const id = useId();
	return (
		<div className={classes.foldable}>
			<button
				type="button"
				className={classes.fold}
				aria-expanded={opened}
				aria-controls={id}
				onClick={() => setOpened(!opened)}
			>
				<IconChevronRight size={15} aria-hidden />
				{line}
			</button>
			<div id={id}>{opened && children}</div>
		</div>
	);
}
