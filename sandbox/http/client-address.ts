import {BlockList, isIP} from 'node:net';

/** Says from which address a request comes, behind proxies that the operator of the service trusts. */
export class ClientAddress {
  readonly #trusted = new BlockList();

  /** `trustedProxies` are addresses or networks, for example `10.0.0.0/8`. Throws for anything else. */
  constructor(trustedProxies: readonly string[]) {
    for (const proxy of trustedProxies) {
      const [address = '', prefix] = proxy.split('/');
      const family = familyOf(address);
      if (family === undefined) throw new Error(`${proxy} is neither an address nor a network`);
      if (prefix === undefined) this.#trusted.addAddress(address, family);
      else this.#trusted.addSubnet(address, Number(prefix), family);
    }
  }

  /**
   * The last address that no trusted proxy has. `forwardedFor` is believed as far as trusted proxies wrote it:
   * from a peer that is not one it is ignored, as anybody can send it.
   */
  of(peer: string, forwardedFor: readonly string[]): string {
    const chain = [
      ...forwardedFor
        .join(',')
        .split(',')
        .map((part) => part.trim()),
      peer,
    ];
    let address = peer;
    for (const hop of chain.toReversed()) {
      if (familyOf(hop) === undefined) break;
      address = hop;
      if (!this.#isTrusted(hop)) break;
    }
    return address;
  }

  #isTrusted(address: string): boolean {
    const family = familyOf(address);
    return family !== undefined && this.#trusted.check(address, family);
  }
}

function familyOf(address: string): 'ipv4' | 'ipv6' | undefined {
  const version = isIP(address);
  return version === 0 ? undefined : version === 4 ? 'ipv4' : 'ipv6';
}
