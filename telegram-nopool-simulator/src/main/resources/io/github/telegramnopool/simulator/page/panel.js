import { element, make } from './dom.js';
import { drawing, line, roundUp, scale, stacks } from './plot.js';
import { on, store } from './store.js';
import { word } from './words.js';

/** Seconds that the plots show. */
const SPAN = 60;

const WIDTH = 300;

const opened = new Array(SPAN).fill(0);
const open = new Array(SPAN).fill(0);
const polls = new Array(SPAN).fill(0);

let before = null;

function push(list, value) {
	list.push(value);
	list.shift();
}

function take(state) {
	const { connections } = state;
	// The first time, and when another simulator has taken the port, there is nothing to compare with
	push(opened, Math.max(0, connections.opened - (before ?? connections.opened)));
	before = connections.opened;
	push(open, connections.open);
	push(polls, state.polls.current);
	redraw();
}

function redraw() {
	const { state } = store;
	if (!state) {
		return;
	}
	const { connections } = state;
	const rate = opened.at(-1);
	text('connections-text', [[word('opened-now'), rate], [word('open-now'), connections.open],
		[word('opened-all'), connections.opened], [word('max-requests'), connections.maxRequests]]);
	plot('connections-plot', 60, word('connections-plot', rate, connections.open), Math.max(...opened, ...open), (height, top) => [
		...stacks(opened.map((value) => [value]), ['bar'], WIDTH, height, top), line(open, 'line', WIDTH, height, top)]);
	text('polls-text', [[word('polls-now'), state.polls.current], [word('polls-all'), state.calls.getUpdates ?? 0]]);
	plot('polls-plot', 30, word('polls-plot', state.polls.current), Math.max(...polls), (height, top) => [
		...stacks(polls.map((value) => [value]), ['bar'], WIDTH, height, top)]);
}

/** Numbers, each with what it counts. */
function text(id, pairs) {
	element(id).replaceChildren(...pairs.map(([name, value]) => make('span', { class: 'number' }, make('b', {}, value), ` ${name}`)));
}

function plot(id, height, label, largest, content) {
	const top = roundUp(largest);
	const node = element(id);
	node.replaceChildren(drawing(WIDTH, height, label, ...content(height, top)));
	scale(node, top);
}

/** On a narrow screen the panel is a sheet that comes and goes. */
export function startPanel() {
	const panel = element('panel');
	const button = element('panel-button');
	const set = (isOpen) => {
		panel.classList.toggle('open', isOpen);
		button.setAttribute('aria-expanded', String(isOpen));
		(isOpen ? element('panel-end') : button).focus();
	};
	button.addEventListener('click', () => set(!panel.classList.contains('open')));
	element('panel-end').addEventListener('click', () => set(false));
	panel.addEventListener('keydown', (event) => {
		if (event.key === 'Escape' && panel.classList.contains('open')) {
			event.stopPropagation();
			set(false);
		}
	});
	on('event:state', take);
	on('language', redraw);
}
