export { AnswerBar } from './answer-bar';
export { Answering } from './answering.store';
export { MessageQuote } from './message-quote';
