/** What can be done with the selected row: decide on it, write about it, copy it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PageRow } from '../../data/page-data.js';
import { isAside } from '../../data/row-facts.js';
import type { App } from '../model/app.js';
import { copyText, rowText } from '../model/copy.js';
import { languageAttributes } from '../model/language.js';
import type { Decision, DecisionStatus } from '../model/decision.js';

/** What the actions need. */
export interface ActionProps {
  readonly app: App;
  readonly row: PageRow;
  readonly decision: Decision | undefined;
  readonly writing: 'note' | 'edit' | null;
  /** Whether it stands in a row of the table. */
  readonly inTable?: boolean;
}

const decisions: readonly (readonly [DecisionStatus, string, string])[] = [
  ['accepted', 'Accept', '✓'],
  ['rejected', 'Reject', '✗'],
  ['needs-review', 'Needs review', '?'],
];

/** A line under the cells of the selected row. */
export function RowActions(props: ActionProps) {
  const { app, row, decision, writing, inTable = true } = props;
  const decides = !app.data.readOnly && !isAside(row);
  return (
    <div
      class="actions"
      {...(inTable && { role: 'cell' as const, 'aria-colspan': app.data.columns.length + 1 })}
    >
      {row.checks && (
        <ul class="checks">
          {row.checks.map(({ text }) => (
            <li>
              <bdi>{text}</bdi>
            </li>
          ))}
        </ul>
      )}
      <div class="buttons">
        {decides &&
          decisions.map(([status, label, sign]) => (
            <button
              type="button"
              class={status}
              aria-pressed={decision?.status === status}
              onClick={() => decide(app, row, decision?.status === status ? null : status)}
            >
              <span aria-hidden="true">{sign} </span>
              {label}
            </button>
          ))}
        {decides && (
          <>
            <button
              type="button"
              aria-expanded={writing === 'note'}
              onClick={() => app.write(writing === 'note' ? null : 'note')}
            >
              <span aria-hidden="true">✍ </span>Note
            </button>
            <button
              type="button"
              aria-expanded={writing === 'edit'}
              onClick={() => app.write(writing === 'edit' ? null : 'edit')}
            >
              <span aria-hidden="true">✎ </span>Edit
            </button>
          </>
        )}
        <button
          type="button"
          onClick={() => void copyText(app, rowText(app.data.columns, row), `row ${row.id} copied`)}
        >
          <span aria-hidden="true">⧉ </span>Copy
        </button>
      </div>
      {decides && writing === 'note' && <NoteForm {...props} />}
      {decides && writing === 'edit' && <EditForm {...props} />}
    </div>
  );
}

/** Decides on a row. */
export function decide(app: App, row: PageRow, status: DecisionStatus | null): void {
  app.decisions.decide(row, { status });
  app.say(status === null ? `row ${row.id}: decision cleared` : `row ${row.id}: ${status}`);
}

function NoteForm({ app, row, decision }: ActionProps) {
  const [note, setNote] = useState(decision?.note ?? row.note ?? '');
  const field = useFocus();
  const save = () => {
    app.decisions.decide(row, { note: note.trim() === (row.note ?? '') ? null : note.trim() });
    app.write(null);
    app.say(`row ${row.id}: note kept`);
    app.reveal(app.state.value.selected, { focus: true });
  };
  return (
    <Form app={app} save={save}>
      <label>
        Note on row {row.id}
        <textarea
          dir="auto"
          rows={2}
          ref={field}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </label>
    </Form>
  );
}

function EditForm({ app, row, decision }: ActionProps) {
  const [texts, setTexts] = useState(() =>
    row.cells.map((cell, column) => decision?.edits[column] ?? cell?.text ?? ''),
  );
  const field = useFocus();
  const first = row.cells.findIndex((cell) => cell !== null);
  const save = () => {
    const edits = row.cells.map((cell, column) => {
      const text = texts[column] ?? '';
      return cell === null || text === cell.text || text.trim() === '' ? null : text;
    });
    app.decisions.decide(row, { edits });
    app.write(null);
    app.say(`row ${row.id}: text kept`);
    app.reveal(app.state.value.selected, { focus: true });
  };
  return (
    <Form app={app} save={save}>
      {row.cells.map(
        (cell, column) =>
          cell !== null && (
            <label>
              <bdi>{app.data.columns[column]?.name}</bdi>
              <textarea
                {...languageAttributes(
                  cell.language ?? app.data.columns[column]?.language ?? 'und',
                )}
                rows={3}
                {...(column === first && { ref: field })}
                value={texts[column] ?? ''}
                onInput={(event) => setTexts(texts.with(column, event.currentTarget.value))}
              />
            </label>
          ),
      )}
    </Form>
  );
}

function useFocus() {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  return field;
}

function Form({
  app,
  save,
  children,
}: {
  readonly app: App;
  readonly save: () => void;
  readonly children: preact.ComponentChildren;
}) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
        else if (event.key === 'Escape') {
          app.write(null);
          app.reveal(app.state.value.selected, { focus: true });
        } else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <div class="fields">{children}</div>
      <div class="buttons">
        <button type="submit">Keep</button>
        <button type="button" onClick={() => app.write(null)}>
          Cancel
        </button>
      </div>
    </form>
  );
}
