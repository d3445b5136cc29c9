import { IconPackage } from '@tabler/icons-react';
import { usePhoneContext } from '../PhoneContext.ts';
import classes from './cards.module.css';

export function useProduct(sku: string) {
	const { provider } = usePhoneContext();
	return provider.catalogs.flatMap(({ products }) => products).find(({ retailerId }) => retailerId === sku);
}

/** A product of the business's catalogue; the sandbox's catalogue has no pictures. */
export function ProductCard({ sku }: { sku: string }) {
	const product = useProduct(sku);
	return (
		<div className={classes.inset}>
			<IconPackage size={34} stroke={1.3} aria-hidden />
			<span className={classes.cardText}>
				<strong>{product?.name ?? sku}</strong>
				{product && (
					<span>
						{product.price} {product.currency}
					</span>
				)}
				<small>{sku}</small>
			</span>
		</div>
	);
}
