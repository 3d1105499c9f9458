import { mostPhotographBytes, mostPhotographSide } from '../../../shared/language/photograph';

export interface SmallJpeg {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** A telephone's largest pictures are well below; above it the decoding itself could exhaust the window. */
const mostFile = 40_000_000;
const qualities = [0.86, 0.75, 0.6, 0.45];

/**
 * A picture as it is kept: drawn anew, so that nothing of the file but the picture remains, turned as the camera was held, no
 * side longer than is ever printed. Null where the file is no picture that can be read here.
 */
export async function smallJpeg(file: Blob): Promise<SmallJpeg | null> {
  if (file.size === 0 || file.size > mostFile) return null;
  const drawn = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (drawn === null) return null;
  try {
    // A picture full of noise can be too large still: then it gets smaller, which always helps in the end.
    for (let side = mostPhotographSide; side >= 160; side = Math.floor(side * 0.75)) {
      const scale = Math.min(1, side / Math.max(drawn.width, drawn.height));
      const canvas = document.createElement('canvas');
      canvas.width = Math.max(1, Math.round(drawn.width * scale));
      canvas.height = Math.max(1, Math.round(drawn.height * scale));
      const pen = canvas.getContext('2d');
      if (pen === null) return null;
      // JPEG has no transparency, which would turn black.
      pen.fillStyle = 'white';
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.imageSmoothingQuality = 'high';
      pen.drawImage(drawn, 0, 0, canvas.width, canvas.height);
      for (const quality of qualities) {
        const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
        if (blob !== null && blob.size <= mostPhotographBytes) {
          return { bytes: new Uint8Array(await blob.arrayBuffer()), width: canvas.width, height: canvas.height };
        }
      }
    }
    return null;
  } finally {
    drawn.close();
  }
}
