import type { SameAs } from '../message.ts'
import type { peopleProblem as zh } from '../zh/people-problem.ts'

/** Refusals about people, roles, stand-ins and sign-in. */
export const peopleProblem: SameAs<typeof zh> = {
  'person/signed-out': 'You are not signed in, or your session has ended. Please sign in again.',
  'person/no-right':
    'You do not have the right to do this[[: “{right}”]].[[ It comes with the roles {whom}.]] Ask an administrator for it.',
  'person/wrong-password':
    'E-mail or password is wrong. Try again, or ask an administrator for a new sign-in link.',
  'person/too-many-attempts':
    'Too many attempts. Try again[[ in {minutes} minutes]], or ask an administrator for a new sign-in link.',
  'person/link-invalid': 'This link has been used or has expired. Ask an administrator for a new one.',
  'person/password-weak':
    'The password is too short or too common. Use[[ at least {least} characters,]] something hard to guess.',
  'person/missing': 'There is nobody here[[ with the address {email}]]. Check the e-mail address.',
  'person/exists': '[[{email} ]]has an account already. To reset the password, send a sign-in link.',
  'person/address-refused':
    'This address[[ ({email})]] cannot be added from here. Ask an administrator of the whole company.',
  'person/email-invalid': '[[“{email}” ]]is not an e-mail address. Write it like name@example.com.',
  'person/role-unknown': 'There is no role[[ “{role}”]]. [[Choose one of these: {known}.]]',
  'person/scope-unknown':
    'There is no territory with the code[[ “{code}”]]. Set it up first, or use an existing code.',
  'person/name-missing': 'There is no name yet. Write one, then save.',
  'person/role-none': 'Give at least one role and one place. To keep somebody out, suspend them.',
  'person/last-admin':
    '[[{name} is ]]the last administrator of the whole company, who can be neither suspended nor given another role. Make somebody else an administrator first.',
  'role/missing': 'This role is no longer there. Reload the page to see those that are.',
  'role/name-missing': 'The role has no name yet. Write one, then save.',
  'role/name-taken': 'There is a role[[ called “{name}”]] already. Choose another name.',
  'role/rights-none': 'No right is chosen. Choose one at least; to keep somebody out, suspend them.',
  'role/shows-costs':
    'Imports, undoing them and the activity show costs. Either add “See contribution”, or take these away.',
  'role/held': '[[{n} still have the role “{name}”. ]]Give them another one first, then remove it.',
  'person/suspended': '[[{name} is suspended. ]]Let them back in first.',
  'person/not-suspended': '[[{name}]] is still let in. Suspend them first, then erase.',
  'preview/only-looks':
    'You are seeing the app as somebody else does: you can only look. Go back to your own view to do this.',
  'preview/oneself': 'This is your own view. Choose somebody else.',
  'person/old-password-wrong':
    'The present password is not right. Type it again; if it is forgotten, ask an administrator for a sign-in link.',
  'person/key-not-enough': 'An API key cannot do this. Sign in in the browser and do it under “My account”.',
  'person/key-name-missing': 'The key has no name yet. Write what it is for, so that you know it again.',
  'person/keys-too-many':
    'You have[[ {most}]] keys already. End one that is no longer used, then make the new one.',
  'person/key-missing': 'There is no such key, or it has ended already. Reload the page.',
  'person/session-missing': 'This session has ended already. Reload the page.',
  'person/second-factor-due': 'Your role needs a second step at sign-in. Set it up first.',
  'second-factor/code-wrong':
    'The code is wrong, out of time, or used already. Type the six figures that your app shows now.',
  'second-factor/unreadable':
    'This server no longer knows your authenticator app: its own key has changed. Use a recovery code; without one, ask an administrator to take the second step off.',
  'second-factor/not-begun': 'Nothing has been begun, or too long ago. Start again.',
  'second-factor/needed':
    'Your role needs a second step at sign-in, so it stays on. For another phone, set it up again.',
  'second-factor/none': 'There is no second step, or it was turned off. Reload the page.',
  'second-factor/own': 'Your own second step is not taken off here. Turn it off under “My account”.',
  'sign-in/code-wrong':
    'The code is wrong, out of time, or used already. Type the six figures that your app shows now, or a recovery code that has not been used.',
  'sign-in/second-over':
    'Ten minutes have passed, or it did not begin in this browser. Sign in again with e-mail and password.',
  'stand-in/for-oneself': 'Nobody stands in for themselves. Choose somebody else.',
  'stand-in/days': 'These days do not work[[ ({from} to {to})]]. The last day cannot come before the first.',
  'stand-in/past': 'A stand-in cannot begin in the past. The first possible day is today[[ ({today})]].',
  'stand-in/too-long': 'A stand-in lasts at most[[ {days}]] days. For longer, give the role itself.',
  'stand-in/twice':
    'They stand in on these days already[[ ({from} to {to})]]. End that one first, or choose other days.',
  'sign-in/issuer':
    'TONNAGE_OIDC_ISSUER must be the https address of the company’s sign-in service, such as https://login.example.com/realms/acme; http only on this machine.',
  'sign-in/client':
    'Set TONNAGE_OIDC_CLIENT_ID, and one of TONNAGE_OIDC_CLIENT_SECRET and TONNAGE_OIDC_CLIENT_SECRET_FILE.',
  'sign-in/secret-file':
    'The file of TONNAGE_OIDC_CLIENT_SECRET_FILE[[, {file},]] cannot be read, is empty, or others can read it. Let its owner alone read it (chmod 600).',
  'sign-in/address':
    'For sign-in with the company account set TONNAGE_URL, the https address at which people open Tonnage; http only on this machine.',
  'sign-in/switch': '[[{name} ]]must be 1, or left out.',
  'sign-in/hosts': 'TONNAGE_OIDC_HOSTS must be host names apart by commas, such as keys.example.com.',
  'sign-in/company-again':
    'This sign-in was not finished, took longer than 10 minutes, or began in another browser. Begin again.',
  'sign-in/company-declined': 'The company account did not agree to this sign-in. To come in, begin again.',
  'sign-in/company-silent':
    'The company’s sign-in service does not answer. Try again in a while; a password, where you may use one, works all the same.',
  'sign-in/company-failed':
    'What the company’s sign-in service sent did not hold when checked, and nobody was let in. Try again; if it stays so, ask an administrator to look at the log.',
  'sign-in/company-unknown':
    'You are signed in to your company account, but you cannot come in here with it. Ask the administrator who looks after people in Tonnage, and give them the e-mail address of the account.',
  'sign-in/email-unverified':
    'The company account does not say that your e-mail address is verified, so we cannot tell who you are. Ask who looks after the accounts of your company to verify it, then sign in again.',
  'sign-in/password-off':
    'E-mail or password is wrong, or passwords are off here. Use the company account; passwords are for administrators of the whole company alone.',
  'stand-in/missing':
    'This stand-in is not there, perhaps just ended by somebody else. Reload and look again.',
}
