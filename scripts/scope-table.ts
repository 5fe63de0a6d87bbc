/** The table of docs/zoom-app.md: which scopes each part of the graph needs. */
import { ofOwnAccount, type Scopes, scopesFor } from '../schema/plan/scopes.ts';
import { operations as declared } from '../src/zoom/api/index.ts';
import { type Endpoint, nameOf } from '../src/zoom/declare/endpoint.ts';
import { operations } from '../test/operations/coverage.ts';

/** A line for each domain of which the graph has operations. */
export const scopeTable = (): string => {
  const domains = new Map(
    operations.flatMap(({ domain, method, path, plain }) =>
      [path, ...(plain ? [plain] : [])].map((one) => [nameOf({ method, path: one } as Endpoint), domain] as const),
    ),
  );
  const byDomain = new Map<string, Endpoint[]>();
  for (const endpoint of ofOwnAccount(declared)) {
    // Its scopes are another app's.
    if (endpoint.grant) continue;
    const domain = domains.get(nameOf(endpoint));
    if (domain) byDomain.set(domain, [...(byDomain.get(domain) ?? []), endpoint]);
  }
  const rows = [...byDomain]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([domain, endpoints]) => {
      const reading = endpoints.filter(({ method }) => method === 'GET');
      const writing = endpoints.filter(({ method }) => method !== 'GET');
      return [rowOf(domain, 'read', reading), rowOf(domain, 'write', writing)].flat();
    });
  return ['| part of the graph | to | classic scopes | granular scopes |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
};

const rowOf = (domain: string, to: string, endpoints: readonly Endpoint[]): string[] => {
  if (endpoints.length === 0) return [];
  const scopes = (kind: keyof Scopes) =>
    [...new Set(endpoints.flatMap((endpoint) => scopesFor(endpoint)[kind] ?? []))]
      .sort()
      .map((scope) => `\`${scope}\``);
  return [`| ${domain} | ${to} | ${scopes('classic').join(', ')} | ${scopes('granular').join(', ')} |`];
};
