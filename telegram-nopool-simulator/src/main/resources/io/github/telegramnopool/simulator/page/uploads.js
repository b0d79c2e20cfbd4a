import { callChat } from './api.js';
import { takeReply, takeText } from './composer.js';
import { element } from './dom.js';
import { writer } from './people.js';
import { tell } from './store.js';
import { word } from './words.js';

/** What Telegram's users send as photos; anything else is a document. */
const PHOTOS = ['image/png', 'image/jpeg', 'image/webp'];

const LARGEST = 20 * 1024 * 1024;

/** Send files one after the other. The first one has what is written as its caption. */
async function send(files) {
	for (const file of files) {
		if (file.size > LARGEST) {
			tell('toast', word('too-large', file.name));
			continue;
		}
		const query = new URLSearchParams({
			kind: PHOTOS.includes(file.type) ? 'photo' : 'document',
			name: file.name,
			caption: takeText(),
			from: writer().id,
			reply_to_message_id: takeReply()
		});
		try {
			await callChat('POST', `files?${query}`, file);
		}
		catch (problem) {
			tell('problem', problem);
		}
	}
}

export function startUploads() {
	const input = element('files');
	const talk = element('talk');
	element('attach').addEventListener('click', () => input.click());
	input.addEventListener('change', () => {
		send([...input.files]);
		input.value = '';
	});
	const hasFiles = (event) => event.dataTransfer?.types.includes('Files');
	talk.addEventListener('dragover', (event) => {
		if (hasFiles(event)) {
			event.preventDefault();
			talk.classList.add('dropping');
		}
	});
	talk.addEventListener('dragleave', (event) => {
		if (!talk.contains(event.relatedTarget)) {
			talk.classList.remove('dropping');
		}
	});
	talk.addEventListener('drop', (event) => {
		talk.classList.remove('dropping');
		if (hasFiles(event)) {
			event.preventDefault();
			send([...event.dataTransfer.files]);
		}
	});
	element('text').addEventListener('paste', (event) => {
		const files = [...(event.clipboardData?.files ?? [])];
		if (files.length > 0) {
			event.preventDefault();
			send(files);
		}
	});
}
