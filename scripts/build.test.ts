import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileAhead } from './build';

test('scripts begin with the hint to compile them ahead, once', () => {
  const dir = mkdtempSync(join(tmpdir(), 'pomona-chunks-'));
  try {
    mkdirSync(join(dir, 'deeper'));
    const [script, style] = [join(dir, 'deeper', 'a.js'), join(dir, 'a.css')];
    writeFileSync(script, 'go()');
    writeFileSync(style, 'a{}');
    compileAhead(dir);
    compileAhead(dir);
    expect(readFileSync(script, 'utf8')).toBe('//# allFunctionsCalledOnLoad\ngo()');
    expect(readFileSync(style, 'utf8')).toBe('a{}');
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
