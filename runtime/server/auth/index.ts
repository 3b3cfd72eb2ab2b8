/** Opens, checks and ends sessions. */
export { digestOf, openSession, sessionPrincipal, signIn, signOut } from './session.ts';
/** Ends sessions of a person, and those that are over. */
export { endSessions, purgeSessions } from './end-sessions.ts';
/** Counts wrong tries and refuses a name that is locked. */
export { countFailure, refuseLocked } from './failed-sign-ins.ts';
/** Where a person is signed in. */
export { devicesOf, endDevice, hasSecondFactor } from './devices.ts';
/** The second factor: a one-time code by time (TOTP). */
export { confirmSecondFactor, needsSecondFactor, offerSecondFactor, resetSecondFactor } from './second-factor.ts';
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
