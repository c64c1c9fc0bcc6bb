import type { BotScope } from '../caller/index.js';
import { Refusal, Unauthenticated } from '../errors/index.js';

export class AccessTokenExpired extends Unauthenticated {
  constructor() {
    super('The access token has expired. Refresh the session.', 'TOKEN_EXPIRED');
  }
}

export class SessionOver extends Unauthenticated {
  constructor() {
    super('This session has ended. Sign in again.', 'SESSION_ENDED');
  }
}

export class TokenInvalid extends Unauthenticated {
  constructor(what = 'This token is not valid on this server.') {
    super(what, 'TOKEN_INVALID');
  }
}

export class BotTokenExpired extends Unauthenticated {
  constructor() {
    super("This bot token has expired. The bot's owner can make another one.", 'TOKEN_EXPIRED');
  }
}

export class BotTokenOver extends Unauthenticated {
  constructor() {
    super("This bot token was revoked, or the bot or its owner's account is closed.", 'SESSION_ENDED');
  }
}

/** Closed to every bot, whatever its token is for. */
export class NotForBots extends Refusal {
  constructor() {
    super('FORBIDDEN', 'Bots cannot do this. It takes a person who is signed in.');
  }
}

export class ScopeMissing extends Refusal {
  constructor(missing: readonly BotScope[]) {
    super('FORBIDDEN', `This token does not have the scope ${missing.join(' and ')}.`);
  }
}

export class WrongCredentials extends Unauthenticated {
  constructor() {
    super('Wrong username or password.');
  }
}

/** Said to whoever knows the password: nobody else learns of it. */
export class AccountDisabled extends Refusal {
  constructor() {
    super('FORBIDDEN', 'This account has been disabled. Ask whoever runs this server.');
  }
}

/** Also what one is that never existed. */
export class PasswordResetOver extends Refusal {
  constructor() {
    super('NOT_FOUND', 'This link is no longer valid. Ask for a new one.');
  }
}

/** Says nothing of the account: it may be somebody else's nonce. */
export class RegistrationNonceUsed extends Refusal {
  constructor() {
    super('CONFLICT', 'This nonce was already used to create an account. Sign in to it, or use a new nonce.', {
      field: 'nonce',
    });
  }
}

export class RegistrationClosed extends Refusal {
  constructor() {
    super('FORBIDDEN', 'This server does not accept new accounts.');
  }
}

export class GuestsNotAllowed extends Refusal {
  constructor() {
    super('FORBIDDEN', 'This server does not accept guests. Sign in or register.');
  }
}

export class CookiesNeedHttp extends Refusal {
  constructor() {
    super('BAD_USER_INPUT', 'Cookies can only be set over HTTP. Leave out `cookie`, or use HTTP.', {
      field: 'cookie',
    });
  }
}

export class TooManySignIns extends Refusal {
  constructor() {
    super('SERVICE_UNAVAILABLE', 'Too many people are signing in right now. Try again in a moment.');
  }
}

export class WrongPassword extends Refusal {
  constructor(field: 'currentPassword' | 'password' = 'currentPassword') {
    super('BAD_USER_INPUT', 'This is not your current password.', { field });
  }
}

export class NoAccountToDelete extends Refusal {
  constructor() {
    super('FORBIDDEN', 'Guests have no account. Sign out instead.');
  }
}

export class LastAdministratorStays extends Refusal {
  constructor() {
    super('CONFLICT', 'The last administrator cannot be deleted. Appoint another one first.');
  }
}

export class NoPasswordToChange extends Refusal {
  constructor() {
    super('FORBIDDEN', 'Guests have no password.');
  }
}

export class SessionNotFound extends Refusal {
  constructor() {
    super('NOT_FOUND', 'Session not found.');
  }
}
