/** Nothing was done: one line for whoever runs the server. */
export class BackupRefused extends Error {
  constructor(sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.name = 'BackupRefused';
  }
}

/** The archive cannot be trusted, whatever the reason. */
export class DamagedArchive extends BackupRefused {
  constructor(path: string, reason: string) {
    super(`${path} is no whole backup of Tertulia: ${reason}. Nothing was touched.`);
    this.name = 'DamagedArchive';
  }
}
