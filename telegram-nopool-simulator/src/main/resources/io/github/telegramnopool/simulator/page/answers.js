import { isOurs, on } from './store.js';

/**
 * Begin to collect the answers that come as events of a name.
 * @return waits for the answer to a query, which can come sooner than the query's id; gives nothing when none comes
 */
export function answersOf(name, patience) {
	const waiting = new Map();
	const early = new Map();
	on(`event:${name}`, (event) => {
		if (!isOurs(event)) {
			return;
		}
		if (waiting.has(event.id)) {
			waiting.get(event.id)(event);
		}
		else {
			early.set(event.id, event);
			setTimeout(() => early.delete(event.id), patience);
		}
	});
	return async (id) => {
		const answer = early.get(id) ?? await new Promise((resolve) => {
			waiting.set(id, resolve);
			setTimeout(resolve, patience);
		});
		waiting.delete(id);
		early.delete(id);
		return answer;
	};
}
