/** The size of an image in pixels, as it says itself. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** @returns nothing for what is no PNG or JPEG: the check refuses those */
export function sizeOf(bytes: Uint8Array): (Size & { readonly type: "png" | "jpeg" }) | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length > 24 && view.getUint32(0) === 0x89504e47)
    return { type: "png", width: view.getUint32(16), height: view.getUint32(20) };
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  for (let at = 2; at + 9 < bytes.length; ) {
    const marker = view.getUint16(at);
    if (marker === 0xffff) at += 1;
    // A frame: baseline, extended or progressive (ITU-T T.81, B.2.2).
    else if (marker >= 0xffc0 && marker <= 0xffc2)
      return { type: "jpeg", height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    else at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

export const EMU_PER_TWIP = 635;

/** How large an image stands in a text: as many pixels as 96 to the inch, or as much as there is room for. In English metric units. */
export function shownSize({ width, height }: Size, room: Size): Size {
  const EMU_PER_PIXEL = 9525;
  const scale = Math.min(
    1,
    (room.width * EMU_PER_TWIP) / (width * EMU_PER_PIXEL),
    (room.height * EMU_PER_TWIP) / (height * EMU_PER_PIXEL),
  );
  return {
    width: Math.max(1, Math.round(width * EMU_PER_PIXEL * scale)),
    height: Math.max(1, Math.round(height * EMU_PER_PIXEL * scale)),
  };
}
