import { describe, expect, test } from '@jest/globals';
import type { Scenario } from '../../schemas/generated/types.ts';
import type { Source } from '../model/source.ts';
import { neededApps, neededSeeds } from './needed-apps.ts';

const app = (name: string, ...needs: string[]): Source => ({ file: `${name}.json`, app: name, kind: 'app', name: 'app', content: { label: name, needs } });
const sources = [app('platform'), app('shop', 'stock'), app('stock', 'units'), app('units'), app('other')];
const scenario = (given: Scenario['given'], ...steps: unknown[]): Scenario => ({ title: 'a', ...given ? { given } : {}, steps: (steps.length ? steps : [{ clock: '+1d' }]) as Scenario['steps'] });

describe('neededApps', () => {
  test.each<[string, Scenario, string[]]>([
    ['its own and what that needs', scenario(undefined), ['platform', 'shop', 'stock', 'units']],
    ['that of a seed', scenario({ seed: ['other/base'] }), ['other', 'platform', 'shop', 'stock', 'units']],
    ['that of a role', scenario({ people: { a: { role: ['other.clerk'] } } }), ['other', 'platform', 'shop', 'stock', 'units']],
    ['that of an entity', scenario(undefined, { create: 'other/thing', with: {} }), ['other', 'platform', 'shop', 'stock', 'units']],
  ])('%s', (_, given, expected) => {
    expect(neededApps('shop', given, sources)).toEqual(expected);
  });
});

describe('neededSeeds', () => {
  const available = new Set(['platform/base', 'platform/demo', 'shop/base', 'shop/demo']);
  test.each<[string, Scenario, string[]]>([
    ['left out: the base seeds there are', scenario(undefined), ['platform/base', 'shop/base']],
    ['none but the platform’s', scenario({ seed: [] }), ['platform/base']],
    ['a demo brings its base', scenario({ seed: ['shop/demo'] }), ['platform/base', 'shop/base', 'shop/demo']],
    ['a seed that is missing is kept, so that loading it complains', scenario({ seed: ['shop/extra'] }), ['platform/base', 'shop/extra']],
  ])('%s', (_, given, expected) => {
    expect(neededSeeds(given, ['platform', 'shop', 'stock'], available)).toEqual(expected);
  });
});
