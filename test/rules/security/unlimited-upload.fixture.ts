import bodyParser from 'body-parser';
import busboy from 'busboy';
import express from 'express';
import fileUpload from 'express-fileupload';
import Fastify from 'fastify';
import multer from 'multer';
import { settings } from './settings.js';

export const any = multer();
//                 ^^^^^^ security/unlimited-upload: `multer` takes files of any size
export const disk = multer({ storage: multer.diskStorage({}), limits: { files: 1 } }).single('photo');
//                  ^^^^^^ security/unlimited-upload: `multer` takes files of any size
const app = express();
app.use(fileUpload({ createParentPath: true }));
//      ^^^^^^^^^^ security/unlimited-upload: `fileUpload` takes files of any size
app.post('/files', (req) => req.pipe(busboy({ headers: req.headers })));
//                                   ^^^^^^ security/unlimited-upload: `busboy` takes files of any size
app.use(express.json({ limit: '100mb' }));
//                            ^^^^^^^ security/unlimited-upload: `json` takes bodies of up to 100mb
app.use(bodyParser.urlencoded({ extended: true, limit: '1gb' }));
//                                                     ^^^^^ security/unlimited-upload: `urlencoded` takes bodies of up to 1gb
app.use(bodyParser.raw({ limit: Infinity }));
//                              ^^^^^^^^ security/unlimited-upload: `raw` takes bodies of up to Infinity
export const server = Fastify({ bodyLimit: 64 * 1024 * 1024 });
//                                         ^^^^^^^^^^^^^^^^ security/unlimited-upload: `Fastify` takes bodies of up to 64 * 1024 * 1024

// Limits that are set, moderate or not to be seen here, and other people's functions of the same names.
export const limited = multer({ dest: 'uploads/', limits: { fileSize: 5_000_000 } });
export const elsewhere = multer({ limits: settings.limits });
export const configured = multer(settings);
export const spread = multer({ ...settings, dest: 'uploads/' });
app.use(fileUpload({ limits: { fileSize: 1024 } }));
app.post('/file', (req) => req.pipe(busboy({ headers: req.headers, limits: { fileSize: 1_000_000 } })));
app.use(express.json());
app.use(express.json({ limit: '10mb' }));
app.use(express.json({ limit: settings.limit }));
app.use(bodyParser.json({ limit: 2_000_000 }));
export const small = Fastify({ bodyLimit: 1_048_576, logger: true });
export const storage = multer.memoryStorage();
export const other = settings.multer({ dest: 'uploads/' });

// @file: src/form.ts
import multer from 'multer';
export const fields = multer().none();

// @file: test/upload.test.ts
import multer from 'multer';
export const upload = multer();
