/** Steps that touch many rows ask first. */
import { isRefusal, type Draft } from '../../review/model.js';
import { say, stay, type Step, type View } from '../view/view-state.js';

/** Opens the question for a step, or says why there is nothing to ask. */
export function ask(view: View, draft: Draft): Step {
  if (view.readOnly !== null) return stay(say(view, view.readOnly, 'warning'));
  if (isRefusal(draft)) return stay(say(view, draft.refused, 'warning'));
  const question = `${draft.label.replace(/^(accept|replac)(ed)/, (_, stem: string) => (stem === 'accept' ? stem : 'replace'))}?`;
  return stay({ ...view, mode: { type: 'confirm', question, entry: draft } });
}
