import { recall, remember } from './look.js';
import { tell } from './store.js';
import en from './words-en.js';
import zh from './words-zh.js';

const DICTIONARIES = { en, zh };

let chosen = recall('language') ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');

/** The page's language, as the browser names it. */
export const language = () => (chosen === 'zh') ? 'zh-CN' : 'en';

/** A phrase in the visitor's language; {0}, {1}, ... stand for the values. */
export function word(key, ...values) {
	const phrase = (DICTIONARIES[chosen] ?? en)[key] ?? en[key] ?? key;
	return values.reduce((text, value, index) => text.replaceAll(`{${index}}`, value), phrase);
}

/** Whether there is a phrase of this name. */
export const hasWord = (key) => key in en;

/** Say in the visitor's language what the page itself says. */
function translate() {
	document.documentElement.lang = language();
	document.querySelectorAll('[data-word]').forEach((node) => node.textContent = word(node.dataset.word));
	document.querySelectorAll('[data-label]').forEach((node) => {
		node.setAttribute('aria-label', word(node.dataset.label));
		if (node.matches('button')) {
			node.title = word(node.dataset.label);
		}
	});
}

export function startWords(button) {
	const show = () => {
		translate();
		button.textContent = word('other-language');
		button.lang = (chosen === 'zh') ? 'en' : 'zh-CN';
	};
	button.addEventListener('click', () => {
		chosen = (chosen === 'zh') ? 'en' : 'zh';
		remember('language', chosen);
		show();
		tell('language');
	});
	show();
}
