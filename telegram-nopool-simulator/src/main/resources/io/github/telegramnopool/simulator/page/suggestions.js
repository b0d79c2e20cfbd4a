import { commandsFor } from './commands.js';
import { element, make, show } from './dom.js';
import { askInline, inlineQuery } from './inline.js';
import { on } from './store.js';

/** How long somebody has to stop typing before the bot is asked. */
const PAUSE = 350;

const list = element('suggestions');
const field = element('text');

let timer = 0;

let offered = [];

let chosen = -1;

/** Suggest commands for what begins as one, and what the bot finds for what begins with its name. */
export function suggest(text) {
	clearTimeout(timer);
	const query = inlineQuery(text);
	if (query !== null) {
		timer = setTimeout(async () => {
			const results = await askInline(query);
			if (inlineQuery(field.value) === query) {
				offer(results);
			}
		}, PAUSE);
	}
	else {
		offer(commandsFor(text));
	}
}

/** @param choices each with a name, a description, and what choosing it does */
export function offer(choices) {
	offered = choices;
	list.replaceChildren(...choices.map((choice, index) => make('li', {
		id: `suggestion-${index}`,
		role: 'option',
		'aria-selected': 'false',
		onmousedown: (event) => event.preventDefault(),
		onclick: () => choose(choice)
	}, make('strong', {}, choice.name), make('span', {}, choice.description ?? ''))));
	show(list, choices.length > 0);
	select(-1);
}

export const close = () => offer([]);

/** Take a key, if it is for the suggestions. */
export function suggestionKey(event) {
	const count = list.children.length;
	if (list.hidden || count === 0) {
		return false;
	}
	if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
		select((chosen + ((event.key === 'ArrowDown') ? 1 : (chosen < 0) ? 0 : -1) + count) % count);
	}
	else if (event.key === 'Escape') {
		close();
	}
	else if ((event.key === 'Enter' || event.key === 'Tab') && chosen >= 0) {
		choose(offered[chosen]);
	}
	else {
		return false;
	}
	event.preventDefault();
	event.stopPropagation();
	return true;
}

function select(index) {
	chosen = index;
	[...list.children].forEach((node, at) => node.setAttribute('aria-selected', String(at === index)));
	const node = list.children[index];
	node?.scrollIntoView({ block: 'nearest' });
	if (node) {
		field.setAttribute('aria-activedescendant', node.id);
	}
	else {
		field.removeAttribute('aria-activedescendant');
	}
}

function choose(choice) {
	close();
	choice.action();
	field.focus();
}

export function startSuggestions() {
	element('commands').addEventListener('click', () => {
		field.focus();
		if (list.hidden) {
			offer(commandsFor('/'));
		}
		else {
			close();
		}
	});
	on('language', close);
}
