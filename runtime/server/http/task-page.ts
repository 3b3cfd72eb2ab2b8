import type { ClientTaskDetail } from '../../model/client-task-types.ts';
import type { ClientDetail, ClientField, ClientForm } from '../../model/client-types.ts';
import { qualify } from '../../model/link/linker.ts';
import { entityOf, type Entity } from '../../model/model.ts';
import { noEntity } from '../../model/no-entity.ts';
import { clientDefinition, clientField, say } from '../client-model/index.ts';
import { asSystem, type Context } from '../context.ts';
import { taskDetail } from '../workflow/index.ts';

/** A task with how its record is drawn and which inputs stand above the opinion. */
export async function taskPage(ctx: Context, id: string): Promise<ClientTaskDetail> {
  const { formName, edits, ...task } = await taskDetail(ctx, id);
  const entity = task.entity === '' ? noEntity : entityOf(ctx.model, `${task.app}/${task.entity}`);
  return { ...task, edits: editFields(ctx, entity, edits), form: formOf(ctx, entity, formName) };
}

/** The process lets the person change these, whatever the role says of them otherwise. */
function editFields(ctx: Context, entity: Entity, names: readonly string[]): ClientField[] {
  return names.flatMap((name) => {
    const field = entity.byName.get(name);
    if (!field) return [];
    const input = clientField(asSystem(ctx), entity, field);
    delete input.readOnly;
    return [input];
  });
}

function formOf(ctx: Context, entity: Entity, formName: string | undefined): ClientDetail {
  const detail = entity === noEntity ? undefined : clientDefinition(ctx, 'detail', entity.key) as ClientDetail | undefined;
  const form = formName === undefined ? undefined : clientDefinition(ctx, 'form', qualify(formName, entity.app)) as ClientForm | undefined;
  const bare: ClientDetail = { kind: 'detail', app: entity.app, name: entity.name, entity: entity.name, entityApp: entity.app, label: say(ctx, entity.label), title: entity.title, sections: [], related: [], header: [], tabs: [], figures: [], around: false, prints: [], actions: [], history: false };
  return { ...detail ?? bare, ...(form ? { sections: form.sections } : {}) };
}
