/** Things on top of each other, each with its middle as near as can be to where that should be; together they fit. */
export function spread<T extends { readonly height: number; readonly wanted: number }>(
  things: readonly T[],
  from: number,
  to: number,
) {
  let free = from;
  const down = [...things]
    .sort((a, b) => a.wanted - b.wanted)
    .map((thing) => {
      const at = Math.max(free, thing.wanted - thing.height / 2);
      free = at + thing.height;
      return { ...thing, at };
    });
  // What came too low goes up again, with what it then touches.
  let end = to;
  return down.reverse().map((thing) => {
    const at = Math.min(thing.at, end - thing.height);
    end = at;
    return { ...thing, at };
  });
}
