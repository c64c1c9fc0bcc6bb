export const PASSWORD = 'an-evening-among-friends';

export const CAST = [
  { username: 'ada', displayName: 'Ada Lindqvist' },
  { username: 'ben', displayName: 'Ben Okafor' },
  { username: 'cleo', displayName: 'Cleo Marchetti' },
  { username: 'dara', displayName: 'Dara Novák' },
  { username: 'emil', displayName: 'Emil Sørensen' },
  { username: 'farah', displayName: 'Farah Haddad' },
];

export const ROOMS = [
  { script: 'garden', messages: 480, members: ['cleo', 'ada', 'ben', 'farah', 'emil'] },
  { script: 'reading-circle', messages: 380, members: ['dara', 'ada', 'cleo', 'farah'] },
  { script: 'spare-keys', messages: 170, members: ['ben', 'ada', 'cleo', 'dara'] },
  { script: 'trails', messages: 520, members: ['emil', 'ada', 'ben', 'cleo', 'dara', 'farah'] },
  { script: 'web-client', messages: 720, members: ['farah', 'ada', 'ben', 'dara', 'emil'] },
  { script: 'kitchen-table', messages: 760, members: ['ada', 'ben', 'cleo', 'dara', 'emil', 'farah'] },
];
