/** The element with an id. */
export const element = (id) => document.getElementById(id);

/**
 * Make an element. What is said in a chat only ever becomes text: there is no markup here.
 * `onclick` and the like are listeners, `true` is an empty attribute, `false` and what is missing is none.
 */
export function make(tag, attributes = {}, ...children) {
	const node = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) {
		if (name.startsWith('on')) {
			node.addEventListener(name.slice(2), value);
		}
		else if (value !== false && value !== undefined && value !== null) {
			node.setAttribute(name, (value === true) ? '' : value);
		}
	}
	node.append(...children.filter((child) => child !== undefined && child !== null && child !== false));
	return node;
}

/** Show or hide, without touching the page where nothing changes. */
export function show(node, shown) {
	if (node.hidden === shown) {
		node.hidden = !shown;
	}
}

/** Do something once, soon, however often it is asked for until then. */
export function soon(action) {
	let asked = false;
	return () => {
		if (!asked) {
			asked = true;
			requestAnimationFrame(() => {
				asked = false;
				action();
			});
		}
	};
}

/**
 * Let arrow keys, Home and End lead through the items of a list, which is one stop for the tab key.
 * @param items gives the items as they are now
 */
export function rove(container, items) {
	container.addEventListener('keydown', (event) => {
		const all = items();
		const at = all.indexOf(document.activeElement);
		const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
		if (next !== undefined && at >= 0) {
			event.preventDefault();
			all[Math.max(0, Math.min(all.length - 1, next))].focus();
		}
	});
	container.addEventListener('focusin', (event) => stop(items(), event.target));
}

/** Make one of the items the stop for the tab key. */
export function stop(items, chosen) {
	const stopAt = items.includes(chosen) ? chosen : items[0];
	items.forEach((item) => item.tabIndex = (item === stopAt) ? 0 : -1);
}
