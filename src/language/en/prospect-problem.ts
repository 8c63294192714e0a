import type { SameAs } from '../message.ts'
import type { prospectProblem as zh } from '../zh/prospect-problem.ts'

/** What can be wrong with prospects, concerns and campaigns. */
export const prospectProblem: SameAs<typeof zh> = {
  'prospect/missing': 'This prospect can’t be found. It may be outside your territory.',
  'prospect/field-invalid':
    'Something is wrong[[: {field}]]. It may be empty, too long, or a day still to come.',
  'prospect/stage-passed': 'This step is behind already.',
  'prospect/not-contacted': 'Nobody has been reached yet. Make contact first.',
  'prospect/not-talking': 'Talks haven’t begun yet. Talk first.',
  'prospect/no-person': 'Nobody to talk with is named yet. Add the owner, the spouse or the buyer first.',
  'prospect/no-concern': 'Nobody was asked what they care about yet. Go through the talk guide first.',
  'prospect/no-offer': 'No offer has been made yet. Make one, then sign.',
  'prospect/signed-already': 'This one has signed already.',
  'prospect/ordered-already': 'The first order is in: it is looked after as an account.',
  'prospect/is-lost': 'This one is lost. Revive it to go on.',
  'prospect/not-lost': 'This one isn’t lost, so there is nothing to revive.',
  'prospect/next-step-missing':
    'Say what is to be done next and on which day[[, in at most {max} characters]].',
  'prospect/next-day-invalid': 'The next step lies between today and a year ahead[[, not on {day:plain}]].',
  'prospect/day-order':
    'That day is too early[[: the step before was on {day:plain}]]. Choose that day or a later one.',
  'prospect/reason-missing': 'Say why it was lost, then save.',
  'prospect/same-owner': 'It is theirs already. Choose somebody else.',
  'prospect/referrer-unfit':
    'This way of finding has no such referrer. Choose another way, or write the name only.',
  'prospect/account-taken':
    'Somebody is talking with this account already, or it has signed. Look at that card.',
  'prospect/part-missing': 'This entry can’t be found. It may have been taken away.',
  'prospect/too-many': 'There are too many[[; the most is {max}]]. Take away what is no longer needed.',
  'concern/answer-unknown':
    'The talk guide has no such question or answer[[: {question:plain}]]. Reload and try again.',
  'concern/answers-none': 'No question was asked. Note at least one answer.',
  'campaign/missing': 'This campaign can’t be found. It may be outside your territory.',
  'campaign/field-invalid':
    'Something is wrong[[: {field}]]. Look at name, source (advertising or media), days and spending.',
}
