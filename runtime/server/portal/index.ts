/** Who asks on a portal: a resident or anybody, with the rights that the portal's definition fixes. */
export { portalPrincipal } from './resident.ts';
export type { Resident } from './resident.ts';
/** Sessions of residents, apart from those of the staff. */
export { endResidentSession, residentOf } from './resident-session.ts';
/** Signing in with a code that was sent to a phone. */
export { sendCode, signInByCode } from './phone-code.ts';
/** Verification codes that keep machines from filing. */
export { makeCaptcha, requireCaptcha, useCaptcha } from './captcha.ts';
/** Portal, page and account as the phone needs them. */
export { clientAccount, clientPage, clientPortal } from './client-portal.ts';
/** The filled home page, and what the search box finds. */
export { homeOf, searchPortal } from './home.ts';
/** Lists, details, filing and own records through the pages of a portal. */
export { actOnRecord, fileRecord, listItems, readRecord, removeRecord } from './portal-records.ts';
/** Entries that operators keep, and handing residents over to partners. */
export { handOver, openService, redeem, requireSignature, takeCase } from './services.ts';
/** Changes name and identity number of the resident who signed in. */
export { changeAccount, portalOptions } from './account.ts';
