import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { metrics } from '@/lib/metrics';
import { root } from './imports/read';

const read = (file: string) => readFileSync(join(root, 'ops', file), 'utf8');

const panel = z.object({
  id: z.number().int(),
  type: z.string(),
  title: z.string().min(1),
  gridPos: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
  targets: z.array(z.object({ expr: z.string(), legendFormat: z.string() })).default([]),
});
const dashboard = z
  .object({
    panels: z.array(panel),
    templating: z.object({ list: z.array(z.object({ name: z.string(), definition: z.string().optional() })) }),
  })
  .parse(JSON.parse(read('grafana/pomona.json')));

const rule = z.strictObject({
  alert: z.string().startsWith('Pomona'),
  expr: z.string(),
  for: z.string().regex(/^\d+m$/),
  labels: z.strictObject({ severity: z.enum(['critical', 'warning']) }),
  annotations: z.strictObject({ summary: z.string(), description: z.string().includes('/ops/') }),
});
const { groups } = z
  .strictObject({ groups: z.array(z.strictObject({ name: z.string(), rules: z.array(rule) })) })
  .parse(parse(read('prometheus/alerts.yaml')));
const rules = groups.flatMap((group) => group.rules);

/** Each name that Prometheus sees, with its labels; a histogram has three names. */
const exported = new Map([['up', [] as string[]]]);
for (const metric of metrics.registry.getMetricsAsArray()) {
  const { name, type, labelNames } = metric as unknown as { name: string; type: string; labelNames: string[] };
  const endings = type === 'histogram' ? ['_bucket', '_sum', '_count'] : [''];
  for (const ending of endings) exported.set(name + ending, ending === '_bucket' ? ['le', ...labelNames] : labelNames);
}

const grouping = /\b(?:by|without|on|ignoring|group_left|group_right)\s*\(([^)]*)\)/g;
const operator = /^(?:and|or|unless|bool|offset)$/;

/** The metrics and labels that an expression of PromQL names. */
function namesIn(expr: string): { names: string[]; labels: string[] } {
  const bare = expr.replace(/"[^"]*"/g, '""');
  const matched = [...bare.matchAll(/(\w+)\s*(?:=~|!~|!=|=)\s*""/g)].map(([, label = '']) => label);
  const grouped = [...bare.matchAll(grouping)].flatMap(([, list = '']) => list.match(/\w+/g) ?? []);
  const rest = bare.replace(grouping, '').replace(/\{[^}]*\}|\[[^\]]*\]/g, '');
  const words = rest.match(/\b[a-zA-Z_:][\w:]*\b(?!\s*\()/g) ?? [];
  return { names: words.filter((word) => !operator.test(word)), labels: [...matched, ...grouped] };
}

/** Labels that a legend or an annotation shows. */
const shownIn = (text: string) =>
  [...text.matchAll(/\{\{\s*(?:\$labels\.)?(\w+)\s*\}\}/g)].map(([, label = '']) => label);

const uses = [
  ...dashboard.panels.flatMap(({ title, targets }) =>
    targets.map(({ expr, legendFormat }) => ({ place: `panel ${title}`, expr, shown: shownIn(legendFormat) })),
  ),
  ...dashboard.templating.list.flatMap(({ name, definition }) => {
    const [, expr, label] = definition?.match(/^label_values\((.*), (\w+)\)$/) ?? [];
    return expr && label ? [{ place: `variable ${name}`, expr, shown: [label] }] : [];
  }),
  ...rules.map(({ alert, expr, annotations }) => ({
    place: `alert ${alert}`,
    expr,
    shown: shownIn(annotations.summary + annotations.description),
  })),
];

test.each(uses)('$place asks for metrics and labels that the store has: $expr', ({ expr, shown }) => {
  const { names, labels } = namesIn(expr);
  expect(names.filter((name) => !exported.has(name))).toEqual([]);
  expect(names).not.toEqual([]);
  const known = ['job', 'instance', ...names.flatMap((name) => exported.get(name) ?? [])];
  expect([...labels, ...shown].filter((label) => !known.includes(label))).toEqual([]);
});

test('names are found wherever an expression may hide them', () => {
  expect(
    namesIn(
      'histogram_quantile(0.99, sum by (le, route) (rate(a_bucket{job=~"b c",d!="e"}[5m]))) and on (f) 2 * g:h offset 1h > 1e3',
    ),
  ).toEqual({ names: ['a_bucket', 'g:h'], labels: ['job', 'd', 'le', 'route', 'f'] });
});

test('every panel of the dashboard has an id and a place of its own', () => {
  const { panels } = dashboard;
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, i) => `${x + (i % w)}:${y + Math.floor(i / w)}`),
  );
  expect(new Set(cells).size).toBe(cells.length);
  expect(panels.filter(({ type, targets }) => type !== 'row' && targets.length === 0)).toEqual([]);
});

test('every alert has a name of its own, and Prometheus is told to read them and whom they watch', () => {
  expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
  const config = z
    .object({ rule_files: z.array(z.string()), scrape_configs: z.array(z.object({ job_name: z.string() })) })
    .parse(parse(read('prometheus/prometheus.yaml')));
  expect(config.rule_files).toEqual(['alerts.yaml']);
  expect(config.scrape_configs.map(({ job_name }) => job_name)).toEqual(['pomona-web', 'pomona-worker']);
  expect(rules.filter(({ expr }) => !expr.includes('job=~"pomona-.*"'))).toEqual([]);
});
