import { each } from './each-path.ts';
import type { FlowModels } from './flow-models.ts';

/** GraphQL documents sent or run as text. Variables handed over beside the text are no sinks. */
export const graphqlSinks: Pick<FlowModels, 'entities' | 'sinks'> = {
  entities: [
    {
      type: '@octokit',
      paths: [
        '@octokit/core.Octokit()',
        '@octokit/rest.Octokit()',
        '@octokit/rest()',
        'octokit.Octokit()',
        '@actions/github.getOctokit()',
        '@actions/github.GitHub()',
      ],
    },
    {
      type: '@octokitGraphql',
      paths: [
        '@octokit.graphql',
        '@octokit/graphql.graphql',
        '@octokit/graphql.withCustomRequest()',
        '@octokitGraphql.defaults()',
      ],
    },
    { type: '@octokitRequest', paths: ['@octokit/request.request', '@octokit.request', '@octokitRequest.defaults()'] },
    {
      type: '@graphqlClient',
      paths: [
        'graphql-request.GraphQLClient()',
        '@urql/core.createClient()',
        'urql.createClient()',
        '@urql/core.Client()',
      ],
    },
  ],
  sinks: [
    { at: ['@octokitGraphql'], kind: 'graphql', argument: 0 },
    { at: ['@octokitRequest'], kind: 'graphql', argument: 1, fields: ['query'], onlyFields: true },
    { at: ['graphql.graphql', 'graphql.graphqlSync'], kind: 'graphql', argument: 1 },
    {
      at: ['graphql.graphql', 'graphql.graphqlSync'],
      kind: 'graphql',
      argument: 0,
      fields: ['source'],
      onlyFields: true,
    },
    { at: ['graphql-request.request', 'graphql-request.rawRequest'], kind: 'graphql', argument: 1 },
    {
      at: each('@graphqlClient', 'request rawRequest query mutation'),
      kind: 'graphql',
      argument: 0,
      fields: ['document'],
    },
  ],
};
