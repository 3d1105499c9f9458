/** The window is served under a scheme of its own: unlike `file:`, it has an origin, and reads nothing but the bundle. */
export const scheme = 'app';
export const origin = 'app://bundle';
const page = `${origin}/index.html`;

/** The renderer routes by the part behind `#`, so that every screen is the same file. */
export const mainAddress = page;
export const projectorAddress = (meetingId: string) => `${page}#/projector/${encodeURIComponent(meetingId)}`;

/** True for what the bundle itself serves, and for the documents that a window holds in memory to show them. */
export const isOwnAddress = (address: string) => address.startsWith(`${origin}/`) || address.startsWith(`blob:${origin}/`);

/**
 * No inline script, no `eval`, nothing from elsewhere. React sets styles through the object model, which this policy
 * does not touch, so that style attributes and inline style sheets can stay refused as well.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  'frame-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');
