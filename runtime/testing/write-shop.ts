import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { shopFiles } from './shop-definitions.ts';

/** Password of the shop's demo people `boss` (manager) and `clerk`. */
export const shopPassword = 'Shop-demo-2026!';

const seeds = {
  'seed/platform/base/area.csv': 'code,name,level,parent\n150000,内蒙古自治区,province,\n150500,通辽市,city,150000\n150523,开鲁县,county,150500\n150524,库伦旗,county,150500\n',
  'seed/platform/base/organization.csv': 'code,name,kind,parent,area\nHQ,总店,other,,150500\nB1,一店,other,HQ,150523\nB2,二店,other,HQ,150524\n',
  'seed/platform/demo/user.csv': `username,name,org,password\nboss,店长,HQ,${shopPassword}\nclerk,店员,B1,${shopPassword}\n`,
  'seed/shop/base/branch.csv': 'code,name,unit\nB1,一店,B1\nB2,二店,B2\n',
  'seed/shop/base/goods.csv': 'code,name,kind,price\nA1,苹果,food,2.5\nA2,锤子,tool,30\n',
  'seed/shop/demo/platform--role-grant.csv': 'user,role,scope\nboss,shop.manager,all\nclerk,shop.clerk,all\n',
};

/** Writes the shop as an installation of its own: definitions of it and of the built-in app, seeds, two demo people. */
export async function writeShop(root: string, files: Record<string, unknown> = shopFiles()): Promise<void> {
  await cp(join(import.meta.dirname, '../../app-definitions/platform'), join(root, 'app-definitions/platform'), { recursive: true });
  for (const [path, content] of Object.entries({ ...seeds, ...files })) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }
}
