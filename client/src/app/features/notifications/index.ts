export { Badges } from './badges/badges';
export { DeviceInUse } from './device-in-use';
export { NotificationQuestionLine } from './notification-question';
export { Notifier } from './notifier';
