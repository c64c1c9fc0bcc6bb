import { Refusal, Unauthenticated } from '../common/index.js';

export class AccessTokenExpired extends Unauthenticated {
  constructor() {
    super('The access token has run out. Refresh the session.');
  }
}

export class SessionOver extends Unauthenticated {
  constructor() {
    super('This sign-in is over. Sign in again.');
  }
}

export class WrongCredentials extends Unauthenticated {
  constructor() {
    super('The username or the password is wrong.');
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
