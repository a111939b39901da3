import express from 'express';
import fastStatic from 'serve-static';
import serveIndex from 'serve-index';
import os from 'node:os';
import path from 'node:path';

const app = express();
const modules = '../node_modules';
app.use('/libs', express.static(path.join(__dirname, modules)));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/exposed-private-files: `static` serves installed packages to everyone
app.use(express.static('./'));
//      ^^^^^^^^^^^^^^^^^^^^ security/exposed-private-files: `static` serves the project’s own files to everyone
app.use(express.static(process.cwd()));
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/exposed-private-files: `static` serves the project’s own files to everyone
app.use('/home', fastStatic(os.homedir()));
//               ^^^^^^^^^^^^^^^^^^^^^^^^ security/exposed-private-files: `fastStatic` serves a whole home or root folder to everyone
app.use('/angular', express.static(__dirname + '/node_modules/angular'));
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/exposed-private-files: `static` serves installed packages to everyone
app.use('/ftp', serveIndex('ftp', { icons: true }));
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/exposed-private-files: `serveIndex` shows visitors which files a folder holds

// A folder made for it, or a package's part for browsers.
app.use(express.static('public'));
app.use(express.static(path.join(__dirname, 'public')));
app.use('/bootstrap', express.static('node_modules/bootstrap/dist'));
export const serve = (folder: string) => app.use(express.static(folder));
