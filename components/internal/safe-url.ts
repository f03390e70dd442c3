/** Gives back an `https:` address, or nothing: whatever else a server may name is never made a link. */
export function safeUrl(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined;
  const {protocol, username, password, href} = new URL(url);
  return protocol === 'https:' && !username && !password ? href : undefined;
}

/** Gives the `tel:` address of a telephone number as it is printed, or nothing when it holds anything but a number. */
export function telephoneUrl(phone: string): string | undefined {
  const digits = phone.replace(/[\s()-]/g, '');
  return /^\+?\d{3,20}$/.test(digits) ? `tel:${digits}` : undefined;
}
