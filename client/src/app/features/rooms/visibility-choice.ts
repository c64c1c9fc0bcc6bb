import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import { Icon } from '../../shared/ui/icon/icon';

@Component({
  selector: 'app-visibility-choice',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './visibility-choice.html',
  styleUrl: './visibility-choice.scss',
})
export class VisibilityChoice {
  readonly isPrivate = model.required<boolean>();
  readonly privateAllowed = input(true);
}
