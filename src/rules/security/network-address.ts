/**
 * Whether an address, or its constant start, names a foreign host without encryption. Hosts of the machine, of a
 * private network or of a cluster, reserved example names and hosts that are not known yet do not count.
 */
export function isCleartextAddress(address: string): boolean {
  const match = /^(?:http|ws|ftp|telnet):\/\/(?:[^@/?#\s]*@)?(\[[^\]]*\]|[^:/?#\s]*)/i.exec(address.trim());
  const host = match?.[1]?.toLowerCase() ?? '';
  return isForeignHost(host);
}

/** Whether a host name belongs to another organisation or the open network. */
export function isForeignHost(host: string): boolean {
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+\.?$/.test(host)) return false;
  if (/^(127|10|0|192\.168|169\.254|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./.test(host))
    return false;
  if (
    /(^|\.)(localhost|local|internal|intranet|lan|home|corp|test|example|invalid|localdomain|svc|cluster)$/.test(host)
  )
    return false;
  return !/\.svc\.|^host\.docker\./.test(host) && !isNameOnly(host);
}

/** Hosts whose http addresses name a vocabulary and are never called. */
function isNameOnly(host: string): boolean {
  return /(^|\.)(w3\.org|schema\.org|xmlsoap\.org|purl\.org|json-schema\.org|openxmlformats\.org|ns\.adobe\.com)$/.test(
    host,
  );
}
