/** Sends a declared message to people: `await sendMessage(ctx, 'materials/low-stock', ids, { record: recordValue(entity, row) })`. */
export { sendMessage } from './send-message.ts';
/** Sends a text that is finished already. */
export { sendText } from './send-message.ts';
export type { MessageLink } from './send-message.ts';
/** Lists and marks the messages of one person. */
export { listMessages, messagesAbout, readAllMessages, readMessage } from './read-messages.ts';
/** Sends what waits for channels outside. */
export { deliverMessages } from './deliver-messages.ts';
/** What a person chose about messages. */
export { messageSettings, saveMessageSettings, type Preference } from './preferences.ts';
