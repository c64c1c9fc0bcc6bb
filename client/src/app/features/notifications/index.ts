export { Badges } from './badges/badges';
export { DeviceInUse } from './device-in-use';
export { DoNotDisturb } from './do-not-disturb/do-not-disturb.store';
export { NotificationQuestionLine } from './notification-question';
export { Notifier } from './notifier';
export { PushRegistration } from './push-registration';
export { WhyNotified } from './why/why-notified';
