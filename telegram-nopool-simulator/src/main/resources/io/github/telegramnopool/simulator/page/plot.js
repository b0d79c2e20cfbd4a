const SPACE = 'http://www.w3.org/2000/svg';

/** Make an element of a drawing. */
export function draw(tag, attributes = {}, ...children) {
	const node = document.createElementNS(SPACE, tag);
	for (const [name, value] of Object.entries(attributes)) {
		node.setAttribute(name, value);
	}
	node.append(...children);
	return node;
}

/** A drawing of a fixed size in its own units, which fills the width that it is given. */
export function drawing(width, height, label, ...children) {
	return draw('svg', { viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': label }, ...children);
}

/** The least round number from 4 that has room for a value. */
export function roundUp(value) {
	let top = 4;
	while (top < value) {
		top *= (String(top).startsWith('4')) ? 2.5 : 2;
	}
	return top;
}

/**
 * Columns from the left to the right, each of parts that stand on one another.
 * @param columns lists of numbers
 * @param classes the look of the parts, in their order
 */
export function stacks(columns, classes, width, height, top) {
	const step = width / columns.length;
	return columns.flatMap((parts, index) => {
		let under = height;
		return parts.map((value, part) => {
			const size = Math.min(under, value / top * height);
			under -= size;
			return draw('rect', { class: classes[part], x: index * step + step * 0.1, y: under, width: step * 0.8, height: size });
		});
	});
}

/** A line through values that are as far from one another as columns are. */
export function line(values, look, width, height, top) {
	const step = width / values.length;
	const points = values.map((value, index) => `${(index + 0.5) * step},${height - value / top * (height - 2) - 1}`);
	return draw('polyline', { class: look, points: points.join(' ') });
}

/** What the height of a plot stands for, as words beside it. */
export function scale(node, text) {
	const label = document.createElement('span');
	label.className = 'scale';
	label.textContent = text;
	node.append(label);
}
