/** Opens, checks and ends sessions. */
export { openSession, sessionPrincipal, signIn, signOut } from './session.ts';
/** The person with the grants that hold today: `await principalOf(services, userId)`. */
export { areaPrefix, principalOf } from './principal.ts';
/** Changes the own password. */
export { changePassword } from './change-password.ts';
/** Sets passwords; a weak one is refused. */
export { passwordErrors, setPassword, storePassword } from './credentials.ts';
/** Hashes and compares passwords. */
export { hashPassword, isPassword } from './password.ts';
/** Forgets what is remembered of sessions and rights, by hand or whenever they change. */
export { forgetAccess, watchAccess } from './access-cache.ts';
/** Accounts shown on the sign-in page of a demo. */
export { demoPeople, noteDemoPeople } from './demo-people.ts';
