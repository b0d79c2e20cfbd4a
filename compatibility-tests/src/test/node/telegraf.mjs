// A bot as telegraf's README has it.
import { Input, Markup, Telegraf, TelegramError } from 'telegraf';
import { callbackQuery, editedMessage, message } from 'telegraf/filters';
import { apiRoot, buttons, download, link, seconds, sha256, tell, token } from './test.mjs';

const bot = new Telegraf(token, { telegram: { apiRoot } });

bot.start(async (ctx) => {
	tell('command', ctx.chat.id, { command: ctx.command, argument: ctx.payload, from: ctx.from.first_name });
	const sent = await ctx.reply(
		`Hello, ${ctx.from.first_name}!`,
		Markup.inlineKeyboard([[Markup.button.callback('Yes', 'yes'), Markup.button.callback('No', 'no')]]),
	);
	tell('sent', ctx.chat.id, { message: sent.message_id, text: sent.text, buttons: buttons(sent) });
});

bot.command('wait', async (ctx) => {
	const thanks = () => ctx.reply('Thank you for waiting');
	const sent = await thanks().catch(async (error) => {
		if (!(error instanceof TelegramError)) throw error;
		const { code, description, parameters } = error;
		tell('flood', ctx.chat.id, { code, description, retry_after: parameters.retry_after });
		await seconds(parameters.retry_after);
		return thanks();
	});
	tell('waited', ctx.chat.id, { message: sent.message_id });
});

bot.on(callbackQuery('data'), async (ctx) => {
	const { data, from, message } = ctx.callbackQuery;
	tell('pressed', ctx.chat.id, { data, message: message.message_id, from: from.first_name });
	await ctx.answerCbQuery('Noted');
	const changed = await ctx.editMessageText(`You chose ${data}`);
	tell('changed', ctx.chat.id, { message: changed.message_id, text: changed.text, edited: changed.edit_date > 0 });
});

bot.on(editedMessage('text'), (ctx) => {
	tell('edited', ctx.chat.id, { message: ctx.editedMessage.message_id, text: ctx.editedMessage.text });
});

bot.on(message('text'), (ctx) => {
	tell('text', ctx.chat.id, { text: ctx.message.text, link: link(ctx.message) });
});

bot.on(message('document'), async (ctx) => {
	const bytes = await download(await ctx.telegram.getFileLink(ctx.message.document.file_id));
	const { file_name: name, file_size: size } = ctx.message.document;
	tell('document', ctx.chat.id, { name, size, sha256: sha256(bytes) });
	const sent = await ctx.replyWithDocument(Input.fromBuffer(bytes, 'Kopie für Ada.bin'), { caption: 'Your file' });
	const { file_name, file_size } = sent.document;
	tell('uploaded', ctx.chat.id, { name: file_name, size: file_size, caption: sent.caption });
});

await bot.telegram.setMyCommands([{ command: 'start', description: 'Say hello' }]);
try {
	await bot.launch(() => tell('ready', 0, { username: bot.botInfo.username }));
} catch (error) {
	if (!(error instanceof TelegramError)) throw error;
	tell('conflict', 0, { code: error.code, description: error.description });
}
