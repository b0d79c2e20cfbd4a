import { fileUrl } from './api.js';
import { make } from './dom.js';
import { formatted } from './entities.js';
import { nameOf } from './people.js';
import { pollOf } from './poll.js';
import { language, word } from './words.js';

/** Kinds of file besides photos, which all can be downloaded. */
const FILES = ['document', 'animation', 'audio', 'sticker', 'video', 'video_note', 'voice', 'live_photo'];

/** What happened in a chat, as words for it. */
const SERVICES = {
	new_chat_members: (message) => word('joined', message.new_chat_members.map(nameOf).join(', ')),
	left_chat_member: (message) => word('left', nameOf(message.left_chat_member)),
	new_chat_title: (message) => word('renamed', message.new_chat_title),
	pinned_message: (message) => word('pinned', previewOf(message.pinned_message)),
	migrate_to_chat_id: () => word('migrated-to'),
	migrate_from_chat_id: () => word('migrated-from'),
	group_chat_created: () => word('created'),
	supergroup_chat_created: () => word('created'),
	channel_chat_created: () => word('created')
};

/** What a service message says, or nothing for one that somebody wrote. */
export function serviceOf(message) {
	const kind = Object.keys(SERVICES).find((name) => name in message);
	return kind && SERVICES[kind](message);
}

/** What is in a message besides its text. */
export function contentOf(message) {
	const file = FILES.find((name) => name in message);
	if (message.photo) {
		return photo(message);
	}
	if (file) {
		return fileLink(message[file], word(`file-${file}`));
	}
	if (message.poll) {
		return pollOf(message);
	}
	if (message.text === undefined) {
		return make('em', {}, otherOf(message));
	}
	return null;
}

/** A message in a few words. */
export function previewOf(message) {
	if (!message) {
		return '';
	}
	const file = FILES.find((name) => name in message);
	return serviceOf(message) ?? message.text ?? message.caption ?? (message.photo ? word('photo') : message.poll
		? message.poll.question : file ? (message[file].file_name ?? word(`file-${file}`)) : otherOf(message));
}

export const sizeOf = (bytes = 0) => (bytes < 1024) ? `${bytes} B`
	: (bytes < 1024 * 1024) ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

function photo(message) {
	const largest = message.photo.at(-1);
	const picture = make('img', { src: fileUrl(largest.file_id), alt: message.caption ?? word('photo'), loading: 'lazy' });
	// Until it is there, it shall take the room that it will need
	if (largest.width > 1) {
		picture.width = largest.width;
		picture.height = largest.height;
	}
	const link = make('a', { class: 'photo', href: fileUrl(largest.file_id), target: '_blank', rel: 'noopener' }, picture);
	picture.addEventListener('error', () => link.replaceWith(fileLink(largest, word('photo'))));
	return message.has_media_spoiler ? make('details', {}, make('summary', {}, word('spoiler')), link) : link;
}

function fileLink(file, kind) {
	const name = file.file_name ?? file.title ?? kind;
	return make('a', { class: 'file', href: fileUrl(file.file_id), download: name, 'aria-label': word('download', name, sizeOf(file.file_size)) },
		make('span', { class: 'badge', 'aria-hidden': 'true' }, '↓'),
		make('span', {}, make('strong', {}, name), make('small', {}, `${kind} · ${sizeOf(file.file_size)}`)));
}

function otherOf(message) {
	if (message.location) {
		const place = [message.venue?.title, message.venue?.address].filter(Boolean).join(', ');
		return `📍 ${place} ${message.location.latitude.toLocaleString(language())}, ${message.location.longitude.toLocaleString(language())}`;
	}
	if (message.contact) {
		return `👤 ${nameOf(message.contact)} ${message.contact.phone_number}`;
	}
	if (message.dice) {
		return `${message.dice.emoji} ${message.dice.value}`;
	}
	if (message.invoice) {
		return `${message.invoice.title}: ${message.invoice.total_amount} ${message.invoice.currency}`;
	}
	const usual = ['message_id', 'from', 'sender_chat', 'chat', 'date', 'reply_markup', 'reply_to_message'];
	return Object.keys(message).filter((key) => !usual.includes(key)).join(', ');
}

/** The text or the caption of a message. */
export function textOf(message) {
	return (message.text !== undefined) ? formatted(message.text, message.entities)
		: formatted(message.caption ?? '', message.caption_entities);
}
