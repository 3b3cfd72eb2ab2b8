import { searchTokens } from '../../../runtime/server/search/search-tokens.ts';
import { median } from '../compare.ts';
import { ownCounty } from '../fill.ts';
import type { Absolute } from '../print.ts';
import type { World } from '../world.ts';

const rare = '布鲁氏菌病疫点处置';
const words: [string, string][] = [['a rare word', '布鲁氏菌'], ['its pinyin initials', 'blsjb'], ['a word in an eighth of the rows', '饮用水'], ['a word that is nowhere', '天文望远镜']];

/** The search over everything that a clerk of one county may see, hits marked; each word twenty times, one after another. */
export async function measureSearch({ tamga, people, options: { rows } }: World): Promise<Absolute[]> {
  await tamga.pool.query(`update app_bench.inspection set subject = $1, search_tokens = $2 where id in (select id from app_bench.inspection where area_code = $3 order by md5(id::text) limit 5)`, [rare, searchTokens([rare]), ownCounty]);
  const figures: Absolute[] = [];
  for (const [title, word] of words) {
    const times: number[] = [];
    for (let i = 0; i < 23; i += 1) {
      const begun = performance.now();
      const response = await fetch(`http://127.0.0.1:${tamga.port}/api/search?q=${encodeURIComponent(word)}`, { headers: { authorization: `Bearer ${people.clerk.token}` } });
      const { groups } = await response.json() as { groups: { total: number }[] };
      if (response.status !== 200 || (groups.length > 0) !== (title !== 'a word that is nowhere')) throw new Error(`The search for "${word}" found ${JSON.stringify(groups).slice(0, 200)}.`);
      // The first ones compile the statement.
      if (i > 2) times.push(performance.now() - begun);
    }
    figures.push({ title: `search everywhere in ${rows} rows, ${title}`, value: median(times), unit: 'ms', bar: 100, goal: 30 });
  }
  return figures;
}
