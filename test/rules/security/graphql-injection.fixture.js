// @file: app.js
const { graphql } = require('@octokit/graphql');
const { Octokit } = require('@octokit/core');
const kit = new Octokit();
const app = require('express')();

app.get('/repository/:name', async (req, res) => {
  await graphql(`query { repository(name: "${req.params.name}") { id } }`);
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/graphql-injection: GraphQL document built from request input `req.params.name`
  await kit.graphql('query { repository(name: "' + req.params.name + '") { id } }');
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/graphql-injection: GraphQL document built from request input `req.params.name`
  res.end();
});

app.get('/safe/:name', async (req, res) => {
  await graphql('query ($name: String!) { repository(name: $name) { id } }', { name: req.params.name });
  res.end();
});
