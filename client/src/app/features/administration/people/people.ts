import { ChangeDetectionStrategy, Component, computed, inject, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { MAX_QUERY_LENGTH } from '#rules';
import { Avatar } from '../../../shared/ui/avatar/avatar';
import { FormError } from '../../../shared/ui/feedback/form-error';
import { SelectField } from '../../../shared/ui/field/select-field';
import { TextField } from '../../../shared/ui/field/text-field';
import { AdministrationPage } from '../administration-page';
import { filterChoices } from './account-words';
import { PeopleStore } from './people.store';
import { formatMessage } from '../../../shared/language/format-message';

/** Everybody who has an account or visits, to be looked through. */
@Component({
  imports: [AdministrationPage, Avatar, FormError, MatButton, RouterLink, SelectField, TextField],
  providers: [PeopleStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './people.html',
  styleUrl: '../list.scss',
})
export class People {
  protected readonly store = inject(PeopleStore);
  protected readonly filters = filterChoices();
  protected readonly maxQuery = MAX_QUERY_LENGTH;
  protected readonly count = computed(() =>
    formatMessage($localize`{count, plural, =1 {1 person} other {# people}}`, { count: this.store.list.total() }),
  );
  private readonly page = viewChild.required(AdministrationPage);

  constructor() {
    void this.store.read();
  }

  protected choose(value: string): void {
    const chosen = this.filters.find((filter) => filter.value === value);
    if (chosen) this.store.choose(chosen.value);
  }

  protected async more(): Promise<void> {
    await this.store.list.more();
    if (!this.store.list.hasMore()) this.page().focusHeading();
  }
}
