import type { Page } from 'playwright-core';

/** What the open node gave out, as the editor's output panel shows it. */
export class OutputPanel {
	constructor(private readonly page: Page) {}

	private get panel() {
		return this.page.getByTestId('output-panel');
	}

	/** How it shows the items: `table`, `json` or `schema`. */
	async showAs(mode: string): Promise<void> {
		await this.panel.getByTestId(`radio-button-${mode}`).click();
		await this.panel.locator('tbody tr').first().waitFor();
	}

	/** Opens one of several outputs of a node. */
	async showBranch(name: string): Promise<void> {
		await this.panel.getByTestId('branches').getByText(name).first().click();
	}

	/** The headings of the table, from the left. */
	async headings(): Promise<string[]> {
		return (await this.panel.locator('thead th').allInnerTexts())
			.map((shown) => shown.trim())
			.filter(Boolean);
	}

	/** What the rows of the table say, on the page that is shown. */
	async rows(): Promise<string[]> {
		const rows = this.panel.locator('tbody tr');
		return (await rows.allInnerTexts()).filter((row) => row.trim() !== '');
	}

	/** How many rows of the table are in sight as a whole, without scrolling. */
	async rowsInSight(): Promise<number> {
		const box = await this.panel.getByTestId('ndv-data-container').boundingBox();
		const boxes = await Promise.all(
			(await this.panel.locator('tbody tr').all()).map(async (row) => await row.boundingBox()),
		);
		const { height: window } = this.page.viewportSize()!;
		const end = Math.min(box ? box.y + box.height : window, window);
		return boxes.filter((row) => row && row.y >= (box?.y ?? 0) && row.y + row.height <= end).length;
	}

	async search(text: string): Promise<void> {
		await this.panel.getByTestId('ndv-search').click();
		await this.panel
			.getByTestId('ndv-search')
			.locator('input')
			.or(this.panel.locator('input[type="search"], input[placeholder*="earch"]'))
			.first()
			.fill(text);
	}
}
