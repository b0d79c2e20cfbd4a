import { callChat } from './api.js';
import { make } from './dom.js';
import { formatted } from './entities.js';
import { from, writer } from './people.js';
import { tell } from './store.js';
import { word } from './words.js';

/** What this page voted: by poll and person, since a poll does not tell who voted. */
const votes = new Map();

const voteKey = (poll) => `${poll.id}/${writer().id}`;

/** A poll to vote in, with what the others said. */
export function pollOf(message) {
	const poll = message.poll;
	const chosen = votes.get(voteKey(poll)) ?? [];
	const kind = word(poll.is_closed ? 'poll-closed' : (poll.type === 'quiz') ? 'quiz' : poll.is_anonymous ? 'poll-anonymous' : 'poll-public');
	const body = make('div', { class: 'poll', role: 'group', 'aria-label': poll.question },
		make('strong', {}, ...formatted(poll.question, poll.question_entities)), make('small', {}, kind),
		...poll.options.map((option, index) => optionOf(message, option, index, chosen)),
		make('small', {}, word('votes', poll.total_voter_count)));
	if (chosen.length > 0 && !poll.is_closed && poll.allows_revoting) {
		body.append(make('button', { type: 'button', class: 'entity', onclick: () => vote(message, []) }, word('retract')));
	}
	if (poll.explanation && chosen.length > 0) {
		body.append(make('small', {}, ...formatted(poll.explanation, poll.explanation_entities)));
	}
	return body;
}

function optionOf(message, option, index, chosen) {
	const poll = message.poll;
	const mine = chosen.includes(index);
	const share = poll.total_voter_count ? Math.round(100 * option.voter_count / poll.total_voter_count) : 0;
	const bar = make('span', { class: 'share' });
	bar.style.width = `${share}%`;
	const right = poll.type === 'quiz' && chosen.length > 0 && (poll.correct_option_ids ?? []).includes(index);
	const answers = poll.allows_multiple_answers
		? (mine ? chosen.filter((one) => one !== index) : [...chosen, index].sort((a, b) => a - b))
		: [index];
	return make('button', {
		type: 'button',
		class: 'option',
		'aria-pressed': String(mine),
		disabled: poll.is_closed || (chosen.length > 0 && !poll.allows_revoting),
		onclick: () => vote(message, answers)
	}, bar, make('span', { class: 'answer' }, mine ? '✓ ' : '', ...formatted(option.text, option.text_entities), right ? ` (${word('right')})` : ''),
	make('span', { class: 'percent' }, `${share}%`));
}

async function vote(message, options) {
	const key = voteKey(message.poll);
	const before = votes.get(key);
	votes.set(key, options);
	try {
		await callChat('POST', `messages/${message.message_id}/votes`, { options, from: from() });
	}
	catch (problem) {
		votes.set(key, before);
		tell('problem', problem);
	}
}
