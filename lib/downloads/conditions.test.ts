import { describe, expect, test } from 'vitest';
import { contentDisposition, select } from './conditions';

const file = { etag: '"abc"', lastModified: new Date('2026-01-02T03:04:05.678Z'), sizeBytes: 1000 };
const modified = 'Fri, 02 Jan 2026 03:04:05 GMT';
const later = 'Sat, 03 Jan 2026 00:00:00 GMT';
const earlier = 'Thu, 01 Jan 2026 00:00:00 GMT';
const ask = (headers: Record<string, string>, method = 'GET') => select(method, new Headers(headers), file);

describe('ranges', () => {
  test.each([
    ['bytes=0-0', { status: 206, start: 0, end: 0 }],
    ['bytes=0-99', { status: 206, start: 0, end: 99 }],
    ['bytes=990-', { status: 206, start: 990, end: 999 }],
    ['bytes=-10', { status: 206, start: 990, end: 999 }],
    ['bytes=-5000', { status: 206, start: 0, end: 999 }],
    ['bytes=500-5000', { status: 206, start: 500, end: 999 }],
    ['BYTES=0-1', { status: 206, start: 0, end: 1 }],
    ['bytes=999-999999999999999999999', { status: 206, start: 999, end: 999 }],
    ['bytes=1000-', { status: 416 }],
    ['bytes=1000-2000', { status: 416 }],
    ['bytes=99999999999999999999-', { status: 416 }],
    ['bytes=-0', { status: 416 }],
    ['bytes=5-2', { status: 200 }],
    ['bytes=-', { status: 200 }],
    ['bytes=0-1,5-6', { status: 200 }],
    ['bytes=a-b', { status: 200 }],
    ['bytes 0-1', { status: 200 }],
    ['items=0-1', { status: 200 }],
    ['', { status: 200 }],
  ])('%s', (range, selection) => {
    expect(ask({ range })).toEqual(selection);
  });

  test('of an empty file cannot be satisfied', () => {
    expect(select('GET', new Headers({ range: 'bytes=0-' }), { ...file, sizeBytes: 0 })).toEqual({ status: 416 });
    expect(select('GET', new Headers({ range: 'bytes=-1' }), { ...file, sizeBytes: 0 })).toEqual({ status: 416 });
  });

  test('mean nothing to HEAD', () => {
    expect(ask({ range: 'bytes=0-1' }, 'HEAD')).toEqual({ status: 200 });
  });

  test.each([
    ['"abc"', 206],
    ['"other"', 200],
    ['W/"abc"', 200],
    [modified, 206],
    [later, 200],
    [earlier, 200],
    ['nonsense', 200],
  ])('with If-Range %s', (ifRange, status) => {
    expect(ask({ range: 'bytes=0-1', 'if-range': ifRange }).status).toBe(status);
  });
});

describe('conditions', () => {
  test.each<[Record<string, string>, number]>([
    [{ 'if-none-match': '"abc"' }, 304],
    [{ 'if-none-match': 'W/"abc"' }, 304],
    [{ 'if-none-match': '"x", "abc"' }, 304],
    [{ 'if-none-match': '*' }, 304],
    [{ 'if-none-match': '"x"' }, 200],
    [{ 'if-none-match': '"x"', 'if-modified-since': later }, 200],
    [{ 'if-modified-since': modified }, 304],
    [{ 'if-modified-since': later }, 304],
    [{ 'if-modified-since': earlier }, 200],
    [{ 'if-modified-since': 'nonsense' }, 200],
    [{ 'if-match': '"abc"' }, 200],
    [{ 'if-match': '*' }, 200],
    [{ 'if-match': '"x"' }, 412],
    [{ 'if-match': 'W/"abc"' }, 412],
    [{ 'if-unmodified-since': earlier }, 412],
    [{ 'if-unmodified-since': modified }, 200],
    [{ 'if-none-match': '"abc"', range: 'bytes=0-1' }, 304],
  ])('%j is %d', (headers, status) => {
    expect(ask(headers).status).toBe(status);
  });
});

describe('the name of the file', () => {
  test.each([
    ['app.apk', `attachment; filename="app.apk"; filename*=UTF-8''app.apk`],
    ['Größe 1.zip', `attachment; filename="Groe 1.zip"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%201.zip`],
    ['a"b\\c/d.zip', `attachment; filename="a_b_c_d.zip"; filename*=UTF-8''a%22b_c_d.zip`],
    ["it's (1)*.zip", `attachment; filename="it's (1)*.zip"; filename*=UTF-8''it%27s%20%281%29%2A.zip`],
    ['a\r\nSet-Cookie: x', `attachment; filename="aSet-Cookie: x"; filename*=UTF-8''aSet-Cookie%3A%20x`],
    ['アプリ', `attachment; filename="download"; filename*=UTF-8''%E3%82%A2%E3%83%97%E3%83%AA`],
    ['50%.zip', `attachment; filename="50_.zip"; filename*=UTF-8''50%25.zip`],
    ['', `attachment; filename="download"; filename*=UTF-8''download`],
    ['\ud800.zip', `attachment; filename=".zip"; filename*=UTF-8''%EF%BF%BD.zip`],
  ])('%j', (name, header) => {
    expect(contentDisposition(name)).toBe(header);
    expect(() => new Headers({ 'content-disposition': header })).not.toThrow();
  });
});
