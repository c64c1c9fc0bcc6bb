import { Refusal, Unauthenticated } from '../common/index.js';

export class AccessTokenExpired extends Unauthenticated {
  constructor() {
    super('The access token has run out. Refresh the session.', 'TOKEN_EXPIRED');
  }
}

export class SessionOver extends Unauthenticated {
  constructor() {
    super('This session is over. Sign in again.', 'SESSION_ENDED');
  }
}

export class TokenInvalid extends Unauthenticated {
  constructor(what = 'This token is not one of this server.') {
    super(what, 'TOKEN_INVALID');
  }
}

export class WrongCredentials extends Unauthenticated {
  constructor() {
    super('The username or the password is wrong.');
  }
}

/** Says nothing of the account: it may be somebody else's nonce. */
export class RegistrationNonceUsed extends Refusal {
  constructor() {
    super('CONFLICT', 'This nonce has made an account before. Sign in to it, or use a new nonce.', { field: 'nonce' });
  }
}

export class RegistrationClosed extends Refusal {
  constructor() {
    super('FORBIDDEN', 'New accounts cannot be made on this server.');
  }
}

export class GuestsNotAllowed extends Refusal {
  constructor() {
    super('FORBIDDEN', 'This server takes no guests. Sign in or register.');
  }
}

export class CookiesNeedHttp extends Refusal {
  constructor() {
    super('BAD_USER_INPUT', 'A cookie can be set over HTTP only. Ask without `cookie`, or over HTTP.', {
      field: 'cookie',
    });
  }
}

export class TooManySignIns extends Refusal {
  constructor() {
    super('SERVICE_UNAVAILABLE', 'Too many people are signing in just now. Try again in a moment.');
  }
}

export class WrongPassword extends Refusal {
  constructor() {
    super('BAD_USER_INPUT', 'This is not your password.', { field: 'currentPassword' });
  }
}

export class NoPasswordToChange extends Refusal {
  constructor() {
    super('FORBIDDEN', 'Guests have no password.');
  }
}

export class SessionNotFound extends Refusal {
  constructor() {
    super('NOT_FOUND', 'You have no such session.');
  }
}
