import { killRounds } from './kill-rounds.ts';

const rounds = Number(process.argv[2] ?? 20);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('npm run bench:kill -- [rounds]');
const { acknowledged, completed, lost, wrong } = await killRounds(rounds, (text) => { console.log(text); });
console.log(`${rounds} rounds of kill -9: ${acknowledged} completions acknowledged, ${completed} in the database, ${lost} lost, ${wrong.length} instances not whole`);
for (const each of wrong.slice(0, 20)) console.log(each);
if (lost > 0 || wrong.length > 0) process.exitCode = 1;
