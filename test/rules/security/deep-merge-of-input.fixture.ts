import express from 'express';
import _ from 'lodash';
import $ from 'jquery';
import mixin from 'mixin-deep';
const app = express();
app.use(express.json());
const defaults = { theme: 'light' };

app.post('/settings', (req, res) => {
  const whole = _.merge({}, defaults, req.body);
//                                    ^^^^^^^^ security/deep-merge-of-input: `_.merge` merges request input `req.body` with all its keys
  const deep = $.extend(true, {}, req.body);
//                                ^^^^^^^^ security/deep-merge-of-input: `$.extend` merges request input `req.body` with all its keys
  const mixed = mixin({}, { settings: req.body });
//                        ^^^^^^^^^^^^^^^^^^^^^^ security/deep-merge-of-input: `mixin` merges request input `req.body` with all its keys
  const flat = $.extend({}, req.body);
  const picked = _.merge({}, defaults, { theme: String(req.body.theme) });
  const copied = { ...defaults, ...req.body };
  res.json([whole, deep, mixed, flat, picked, copied]);
});
