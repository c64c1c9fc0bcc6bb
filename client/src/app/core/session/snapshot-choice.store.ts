import { Injectable, signal } from '@angular/core';

const KEY = 'tertulia.snapshot';

/** Whether this device may keep what its people have read. It is the device's own choice: whoever signs in next finds it as it was. */
@Injectable({ providedIn: 'root' })
export class SnapshotChoice {
  private readonly on = signal(read());

  readonly isOn = this.on.asReadonly();

  constructor() {
    addEventListener('storage', ({ key }) => {
      if (key === KEY) this.on.set(read());
    });
  }

  set(isOn: boolean): void {
    this.on.set(isOn);
    try {
      if (isOn) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, 'off');
    } catch {
      // Where nothing can be kept, the choice lasts as long as the page.
    }
  }
}

function read(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return false;
  }
}
