import { inject, Injectable } from '@angular/core';
import { SetActiveDocument } from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';

@Injectable({ providedIn: 'root' })
export class ActivityRequests {
  private readonly graphql = inject(GraphQL);

  /** Where it was not heard it is said again, or fades. */
  setActive(isActive: boolean): void {
    this.graphql.tell(SetActiveDocument, { input: { isActive } });
  }
}
