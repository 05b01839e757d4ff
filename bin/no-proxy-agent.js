/** Stands in for `proxy-agent` in the bundle: nothing in it downloads. */
export const ProxyAgent = undefined;
