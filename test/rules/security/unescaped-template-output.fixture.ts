// @file: views/profile.ejs
<%- include('header') %>
<h1><%= user.name %></h1>
<p><%- user.biography %></p>
       ^^^^^^^^^^^^^^ security/unescaped-template-output: `user.biography` is written into the page unescaped
<% friends.forEach((friend) => { %><li><%- friend.name %></li><% }) %>
                                           ^^^^^^^^^^^ security/unescaped-template-output: `friend.name` is written into the page unescaped
<%- bodyHtml %>
<%- JSON.stringify(settings) %>
<%- 'constant' %>

// @file: views/list.hbs
{{title}}
{{{body}}}
{{{title}}}
   ^^^^^ security/unescaped-template-output: `title` is written into the page unescaped
{{#each comments}}<li>{{{this.text}}}</li>{{/each}}
                         ^^^^^^^^^ security/unescaped-template-output: `this.text` is written into the page unescaped
{{{> partial}}}

// @file: views/page.pug
h1= title
h2!= title
     ^^^^^ security/unescaped-template-output: `title` is written into the page unescaped
p Hello !{name}
          ^^^^ security/unescaped-template-output: `name` is written into the page unescaped
if first != second
  p Hello #{name}
- const differs = first != second
div!= contentHtml

// @file: views/page.njk
<h1>{{ title }}</h1>
<p>{{ summary | safe }}</p>
      ^^^^^^^ security/unescaped-template-output: `summary` is written into the page unescaped
<p>{{ pageHtml | safe }}</p>
{{ items | length }}

// @file: src/other.txt
<%- user.name %>
