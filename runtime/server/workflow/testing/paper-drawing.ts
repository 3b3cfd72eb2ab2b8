import { and, end, start, xor, type Model as Drawing } from '../../../bpmn/testing/model-xml.ts';
import { decision, service } from './desk-app.ts';

/** A request that is reviewed, checked in two branches (one with two steps), and voted on by all reviewers; the applicant may amend it. */
export function paperDrawing({ review = '', board = 'tamga:sign="vote"', process = '' } = {}): Drawing {
  return {
    process: `name="申请审批" tamga:entity="desk/request" ${process}`,
    nodes: [
      start('start'), end('accepted', 'tamga:status="accepted"'), end('withdrawn', 'tamga:status="withdrawn"'), end('refused'),
      decision('review', `camunda:candidateGroups="desk.reviewer" tamga:scope="office" tamga:status="review" tamga:workdays="3" tamga:warnWorkdays="1" tamga:escalateTo="desk.chief" ${review}`, ['name="approve"', 'name="reject" opinion="required"']),
      decision('revise', 'camunda:assignee="${starter}" tamga:status="returned" tamga:edits="amount,note"', ['name="submit"', 'name="withdraw"']),
      xor('again'), xor('reviewed'), xor('revised'), and('split'), and('join'), xor('voted'),
      decision('legal', 'camunda:candidateGroups="desk.lawyer" tamga:status="checking"', ['name="fine"']),
      decision('legal-again', 'camunda:candidateGroups="desk.lawyer" tamga:status="checking" tamga:resubmit="returner"', ['name="fine"']),
      decision('accounts', 'camunda:candidateGroups="desk.accountant" tamga:status="checking"', ['name="fine"']),
      decision('board', `camunda:candidateGroups="desk.reviewer" tamga:status="checking" ${board}`, ['name="agree"', 'name="refuse"']),
      service('book', 'camunda:topic="record.action" tamga:action="book"'),
      decision('file', 'camunda:candidateGroups="desk.accountant"', ['name="filed"']),
    ],
    flows: [
      'start > again', 'again > review', 'review > reviewed', 'reviewed > split if outcome = "approve"', 'reviewed > revise default', 'revise > revised', 'revised > again if outcome = "submit"', 'revised > withdrawn default',
      'split > legal', 'legal > legal-again', 'split > accounts', 'legal-again > join', 'accounts > join', 'join > board', 'board > voted', 'voted > book if outcome = "agree"', 'voted > refused default', 'book > file', 'file > accepted',
    ],
  };
}
