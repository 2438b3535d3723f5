import { ProblemError } from '@/lib/http/fetch-json';

export type NamedFile = { name: string; blob: Blob };

type Options = { method?: 'GET' | 'POST'; name: string; onBytes?: (bytes: number) => void };

/** A file of the API, as it calls it, else `name`; throws a ProblemError. Says how many bytes have come. */
export async function fetchFile(path: string, { method = 'GET', name, onBytes }: Options): Promise<NamedFile> {
  try {
    const response = await fetch(path, { method });
    if (!response.ok || !response.body) {
      const problem = await response.json().catch(() => ({}));
      throw new ProblemError({ code: 'internal_error', ...problem, status: response.status });
    }
    const chunks: BlobPart[] = [];
    let bytes = 0;
    const reader = response.body.getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      chunks.push(piece.value);
      bytes += piece.value.byteLength;
      onBytes?.(bytes);
    }
    const [, given = name] = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
    return { name: given, blob: new Blob(chunks, { type: response.headers.get('content-type') ?? '' }) };
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError({ status: 0, code: 'connection_lost' });
  }
}

/** Puts a file among the person's downloads; gives its name. */
export function saveFile({ name, blob }: NamedFile): string {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken the file by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return name;
}
