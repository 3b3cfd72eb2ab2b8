/** A questionnaire that is or was published on a portal, and whether it can be answered now. */
export { closedBecause, findQuestionnaire } from './open-questionnaire.ts';
/** A questionnaire as the phone needs it. */
export { clientQuestionnaire } from './client-questionnaire.ts';
/** Stores an answer; counts a view. */
export { countView, fileAnswer } from './file-answer.ts';
/** Makes records of the questionnaires that came as files. */
export { deployQuestionnaires } from './deploy-questionnaires.ts';
/** Ends those whose time is over. */
export { endQuestionnaires } from './end-questionnaires.ts';
/** Figures of one questionnaire, and over many. */
export { overallOf, statisticsOf } from './statistics.ts';
/** All answers as a spreadsheet. */
export { writeAnswers } from './write-answers.ts';
