import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import { MAX_ROOM_NAME_LENGTH, MAX_TOPIC_LENGTH } from '#rules';
import type { Problem } from '../../core/graphql/problem';
import { FormError } from '../../shared/ui/feedback/form-error';
import { TextField } from '../../shared/ui/field/text-field';

/** What a room is called and what it is about, with whatever is wrong with either. */
@Component({
  selector: 'app-room-fields',
  imports: [FormError, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './room-fields.html',
  styles: ':host { display: contents; }',
})
export class RoomFields {
  readonly name = model.required<string>();
  readonly topic = model.required<string>();
  readonly problem = input.required<Problem | null>();

  protected readonly maxName = MAX_ROOM_NAME_LENGTH;
  protected readonly maxTopic = MAX_TOPIC_LENGTH;
  protected readonly faults = computed(() => {
    const problem = this.problem();
    const at = (field: string): string | null => (problem?.field === field ? problem.message : null);
    return { name: at('name'), topic: at('topic'), form: at('name') || at('topic') ? null : problem?.message };
  });
}
