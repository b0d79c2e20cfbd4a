import { make } from './dom.js';
import { draw as shape, drawing } from './plot.js';
import { word } from './words.js';

const SPAN = 60000;

const WIDTH = 300;

const HEIGHT = 36;

/** An answer that took so long, or longer, has the full height. */
const SLOWEST = 10000;

/** A bot that owes an answer for so long is called silent. */
const SILENT = 5000;

/** One bot's timeline: a mark for every question, as high as its answer was late; hollow while there is none. */
export function lane(bot, record, breaks) {
	const now = Date.now();
	// One may be lost for ever, and later ones answered all the same
	const owed = record.questions.find((question) => !question.answered && question.at > record.answered);
	const silent = owed && now - owed.at > SILENT;
	const verdict = silent ? word('silent', seconds(now - owed.at)) : word('alive');
	const told = `${word('last-heard', ago(record.heard, now))} · ${word('last-answered', ago(record.answered, now))}`;
	record.node.classList.toggle('silent', Boolean(silent));
	record.node.replaceChildren(
		make('div', { class: 'lane-head' }, make('strong', {}, bot.name ?? bot.username), make('span', { class: 'verdict' }, verdict)),
		drawing(WIDTH, HEIGHT, `${bot.name ?? bot.username}: ${verdict}. ${told}`,
			...breaks.map((broken) => span(broken, now)), ...record.questions.map((question) => mark(question, now))),
		make('small', {}, told));
	return record.node;
}

const xOf = (time, now) => WIDTH - (now - time) / SPAN * WIDTH;

function span(broken, now) {
	const from = Math.max(0, xOf(broken.from, now));
	const to = Math.max(0, xOf(broken.to || now, now));
	return shape('rect', { class: 'broken', x: from, y: 0, width: to - from, height: HEIGHT });
}

function mark(question, now) {
	const took = (question.answered || now) - question.at;
	// By the root, for a tenth of a second shall be seen beside ten
	const height = Math.max(3, Math.sqrt(Math.min(1, took / SLOWEST)) * (HEIGHT - 2));
	return shape('rect', {
		class: question.answered ? 'answered' : 'owed', x: xOf(question.at, now), y: HEIGHT - height - 1, width: 5, height, rx: 1
	});
}

const seconds = (millis) => Math.round(millis / 1000);

const ago = (time, now) => time ? word('ago', seconds(now - time)) : word('not-yet');
