const maxBytes = 1024 * 1024;
const maxWidth = 2400;
const qualities = [0.9, 0.8, 0.7, 0.55];

/**
 * A picture small enough for the store: photographs of cameras are drawn again at 2400 px and as much quality as fits.
 * What the browser cannot read is sent as it is, for the server to judge.
 */
export async function fitPicture(file: File): Promise<File> {
  if (file.size <= maxBytes) return file;
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) return file;
  const scale = Math.min(1, maxWidth / bitmap.width);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  for (const quality of qualities) {
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
    if (blob && blob.size <= maxBytes) return new File([blob], 'picture.jpg', { type: blob.type });
  }
  return file;
}
