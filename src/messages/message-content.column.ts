import { TextValue } from '../database/index.js';
import { type MessageContent, plainContent } from './message-content.js';

/** The content of a message in the column that has held its body from the first version on. */
export class MessageContentColumn extends TextValue<MessageContent> {
  override convertToDatabaseValue(content: MessageContent): string {
    return content.body;
  }

  override convertToJSValue(body: string): MessageContent {
    return plainContent(body);
  }
}
