// Filter expressions as the published grammar of Meilisearch 1.50 has them: = != > >= < <= IN EXISTS NOT AND OR ( ).

export type Row = Record<string, unknown>;
type Test = (row: Row) => boolean;
type Token = { kind: 'word' | 'quoted' | 'sign'; text: string };

export class BadFilter extends Error {}

const signs = /^(>=|<=|!=|[=<>()[\],])/;

function tokensOf(expression: string): Token[] {
  const tokens: Token[] = [];
  let rest = expression.trimStart();
  while (rest !== '') {
    const quote = rest.startsWith('"') || rest.startsWith("'") ? rest.charAt(0) : null;
    const sign = signs.exec(rest)?.[0];
    if (quote !== null) {
      let end = 1;
      // A backslash takes the next character along, whatever it is; only those before a quote are taken out.
      while (end < rest.length && rest[end] !== quote) end += rest[end] === '\\' ? 2 : 1;
      if (end >= rest.length) throw new BadFilter(`Expression \`${rest}\` is missing its closing quote.`);
      tokens.push({ kind: 'quoted', text: rest.slice(1, end).replaceAll(`\\${quote}`, quote) });
      rest = rest.slice(end + 1);
    } else if (sign !== undefined) {
      tokens.push({ kind: 'sign', text: sign });
      rest = rest.slice(sign.length);
    } else {
      const word = /^[\p{L}\p{N}_./-]+/u.exec(rest)?.[0];
      if (word === undefined) throw new BadFilter(`Was expecting a value, found \`${rest}\`.`);
      tokens.push({ kind: 'word', text: word });
      rest = rest.slice(word.length);
    }
    rest = rest.trimStart();
  }
  return tokens;
}

const valuesOf = (row: Row, field: string): unknown[] => [row[field]].flat().filter((value) => value != null);

function equals(value: unknown, text: string): boolean {
  if (typeof value === 'number') return text.trim() !== '' && value === Number(text);
  return String(value).toLowerCase() === text.toLowerCase();
}

const comparisons: Record<string, (a: number, b: number) => boolean> = {
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
};

function parse(expression: string, filterable: readonly string[]): Test {
  const tokens = tokensOf(expression);
  let at = 0;
  const isWord = (word: string) => tokens[at]?.kind === 'word' && tokens[at]?.text === word;
  const isSign = (sign: string) => tokens[at]?.kind === 'sign' && tokens[at]?.text === sign;
  const take = (): Token => {
    const token = tokens[at];
    if (token === undefined) throw new BadFilter('The expression ends too early.');
    at += 1;
    return token;
  };
  const takeValue = (): string => {
    const token = take();
    if (token.kind === 'sign') throw new BadFilter(`Was expecting a value, found \`${token.text}\`.`);
    return token.text;
  };

  function either(): Test {
    let left = both();
    while (isWord('OR')) {
      at += 1;
      const [a, b] = [left, both()];
      left = (row) => a(row) || b(row);
    }
    return left;
  }

  function both(): Test {
    let left = one();
    while (isWord('AND')) {
      at += 1;
      const [a, b] = [left, one()];
      left = (row) => a(row) && b(row);
    }
    return left;
  }

  function one(): Test {
    if (isWord('NOT')) {
      at += 1;
      const test = one();
      return (row) => !test(row);
    }
    if (!isSign('(')) return condition();
    at += 1;
    const test = either();
    if (take().text !== ')') throw new BadFilter('A bracket is not closed.');
    return test;
  }

  function condition(): Test {
    const field = takeValue();
    if (!filterable.includes(field)) throw new BadFilter(`Attribute \`${field}\` is not filterable.`);
    if (isWord('EXISTS')) {
      at += 1;
      return (row) => field in row;
    }
    if (isWord('IN')) {
      at += 1;
      return oneOf(field);
    }
    const operator = take().text;
    const text = takeValue();
    if (operator === '=') return (row) => valuesOf(row, field).some((value) => equals(value, text));
    if (operator === '!=') return (row) => !valuesOf(row, field).some((value) => equals(value, text));
    const compare = comparisons[operator];
    if (compare === undefined) throw new BadFilter(`\`${operator}\` is no operator.`);
    const bound = Number(text);
    return (row) => valuesOf(row, field).some((value) => typeof value === 'number' && compare(value, bound));
  }

  function oneOf(field: string): Test {
    if (take().text !== '[') throw new BadFilter('Expected `[` after `IN`.');
    const wanted: string[] = [];
    while (!isSign(']')) {
      wanted.push(takeValue());
      if (isSign(',')) at += 1;
    }
    at += 1;
    return (row) => valuesOf(row, field).some((value) => wanted.some((text) => equals(value, text)));
  }

  const test = either();
  if (at < tokens.length) throw new BadFilter(`Found unexpected characters at the end: \`${tokens[at]?.text}\`.`);
  return test;
}

/** A string, or a list of what must all hold, in which a list is what may hold. Throws `BadFilter`. */
export function filterTest(filter: unknown, filterable: readonly string[]): Test {
  if (filter === undefined || filter === null || filter === '') return () => true;
  if (typeof filter === 'string') return parse(filter, filterable);
  if (!Array.isArray(filter)) throw new BadFilter('A filter is a string or an array.');
  const all = filter.map((part: unknown): Test => {
    if (!Array.isArray(part)) return parse(String(part), filterable);
    const any = part.map((one: unknown) => parse(String(one), filterable));
    return (row) => any.some((test) => test(row));
  });
  return (row) => all.every((test) => test(row));
}
