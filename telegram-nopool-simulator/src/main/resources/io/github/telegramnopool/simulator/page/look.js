/** What the visitor chose, where the browser lets a page remember something. */
export function recall(key) {
	try {
		return localStorage.getItem(`simulator-${key}`);
	}
	catch {
		return null;
	}
}

export function remember(key, value) {
	try {
		localStorage.setItem(`simulator-${key}`, value);
	}
	catch {
		// It holds until the page is closed, then
	}
}

const dark = matchMedia('(prefers-color-scheme: dark)');

function theme() {
	return document.documentElement.dataset.theme ?? (dark.matches ? 'dark' : 'light');
}

/** Take the theme that was chosen, or else the system's, and let a button change it. */
export function startTheme(button) {
	const chosen = recall('theme');
	if (chosen === 'dark' || chosen === 'light') {
		document.documentElement.dataset.theme = chosen;
	}
	const show = () => button.setAttribute('aria-pressed', String(theme() === 'dark'));
	button.addEventListener('click', () => {
		const next = (theme() === 'dark') ? 'light' : 'dark';
		document.documentElement.dataset.theme = next;
		remember('theme', next);
		show();
	});
	dark.addEventListener('change', show);
	show();
}
