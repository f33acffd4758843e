const density = 2;

/** Hands a file to the reader. */
export function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export function saveText(content: string, type: string, name: string): void {
  save(new Blob([content], { type }), name);
}

/** A drawing in pixels, two to each of its own. */
export async function savePng(svg: string, name: string): Promise<void> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * density;
    canvas.height = image.naturalHeight * density;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const pixels = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (pixels) save(pixels, name);
  } finally {
    URL.revokeObjectURL(address);
  }
}
