import { each } from './each-path.ts';
import type { FlowModels } from './flow-models.ts';

const oneFile =
  'access accessSync appendFile appendFileSync chmod chmodSync chown chownSync createReadStream createWriteStream exists existsSync lstat lstatSync mkdir mkdirSync mkdtemp open openSync opendir opendirSync readFile readFileSync readdir readdirSync readlink readlinkSync realpath realpathSync rm rmSync rmdir rmdirSync stat statSync truncate truncateSync unlink unlinkSync utimes watch watchFile writeFile writeFileSync';
const twoFiles = 'copyFile copyFileSync cp cpSync link linkSync rename renameSync symlink symlinkSync';
const extraFile =
  'ensureDir ensureDirSync ensureFile ensureFileSync emptyDir emptyDirSync mkdirp mkdirpSync mkdirs mkdirsSync outputFile outputFileSync outputJson outputJsonSync pathExists pathExistsSync readJson readJsonSync readJSON readJSONSync remove removeSync writeJson writeJsonSync writeJSON writeJSONSync';
const extraFiles = 'copy copySync move moveSync ensureLink ensureSymlink';

/** Paths of files that are read, written or sent, and archives and uploads that bring names of files along. */
export const pathSinks: Pick<
  FlowModels,
  'entities' | 'sources' | 'sinks' | 'methodSinks' | 'handlers' | 'trustedFields'
> = {
  entities: [
    {
      type: '@fs',
      paths: [
        ...['fs', 'fs/promises', 'fs.promises', 'fs.default', 'fs/promises.default', 'graceful-fs', 'mz/fs', 'memfs'],
        ...[
          'fs-extra',
          'fs-extra.default',
          'fs-extra/esm',
          'pify()',
          'bluebird.promisifyAll()',
          'original-fs',
          'bun.fs',
        ],
      ],
    },
    {
      type: '@archiveStream',
      paths: [
        ...['unzip', 'unzipper', 'unzip-stream', 'unzipper.default', 'node-unzip-2'].flatMap((name) =>
          each(name, 'Parse() ParseOne()'),
        ),
        ...['tar-stream.extract()', 'tar.Parse()', 'tar.Parser()', 'tar.list()', 'tar.t()', 'unbzip2-stream()'],
        ...['@archiveStream.on()', '@archiveStream.pipe()', '@archiveStream.promise()'],
        ...['yauzl.open(:1)', 'yauzl.fromBuffer(:1)', 'yauzl.fromFd(:1)', 'yauzl-promise.open()'],
      ],
    },
    {
      type: '@archiveEntry',
      paths: [
        '@archiveStream.on(:0)',
        '@archiveStream.readEntry()',
        'unzipper.Open.file().files.*',
        'unzipper.Open.buffer().files.*',
      ],
    },
    { type: '@admZip', paths: ['adm-zip()', 'adm-zip.default()'] },
    {
      type: '@jszip',
      paths: ['jszip()', 'jszip.default()', 'jszip.loadAsync()', '@jszip.loadAsync()', '@jszip.folder()'],
    },
  ],
  sources: [
    { at: each('@uploadedFile', 'originalname originalFilename name mimetype'), kind: 'uploaded-file' },
    { at: each('@archiveEntry', 'path fileName name linkname linkpath filename props.path'), kind: 'archive-entry' },
    {
      at: ['@admZip.getEntries()', '@admZip.getEntry()', '@jszip.files', '@jszip.forEach(:0)', '@jszip.file()'],
      kind: 'archive-entry',
    },
  ],
  trustedFields: [
    {
      kind: 'uploaded-file',
      fields: [
        'path',
        'filename',
        'destination',
        'fieldname',
        'size',
        'tempFilePath',
        'filepath',
        'newFilename',
        'md5',
        'hash',
        'mtime',
        'fieldName',
        'length',
      ],
    },
    {
      kind: 'archive-entry',
      fields: ['size', 'isDirectory', 'dir', 'header', 'type', 'mode', 'compressedSize', 'date', 'vars'],
    },
  ],
  sinks: [
    { at: each('@fs', `${oneFile} ${twoFiles} ${extraFile} ${extraFiles}`), kind: 'path', argument: 0 },
    { at: each('@fs', `${twoFiles} ${extraFiles}`), kind: 'path', argument: 1 },
    { at: each('@response', 'sendFile sendfile'), kind: 'path', argument: 0, when: 'no option root' },
    { at: ['@response.download'], kind: 'path', argument: 0, when: 'no option root' },
    { at: ['@response.render'], kind: 'path', argument: 0 },
    {
      at: [
        ...[
          'rimraf',
          'rimraf.sync',
          'rimraf.rimraf',
          'del',
          'del.sync',
          'mkdirp',
          'mkdirp.sync',
          'make-dir',
          'write-file-atomic',
        ],
        ...[
          'load-json-file',
          'write-json-file',
          'jsonfile.readFile',
          'jsonfile.readFileSync',
          'jsonfile.writeFile',
          'jsonfile.writeFileSync',
        ],
        ...[
          'trash',
          'first-line',
          'read-pkg',
          'path-exists',
          'globby',
          'fast-glob',
          'fast-glob.sync',
          'glob.sync',
          'glob.glob',
        ],
        ...[
          '%Bun.file',
          '%Bun.write',
          '%Deno.readTextFile',
          '%Deno.readFile',
          '%Deno.writeTextFile',
          '%Deno.writeFile',
          '%Deno.remove',
          '%Deno.open',
        ],
        ...['express.static', 'serve-static', '@uploadCallback', 'sharp().toFile'],
      ],
      kind: 'path',
      argument: 0,
    },
    { at: ['@uploadCallback'], kind: 'path', argument: 1 },
    { at: ['sharp'], kind: 'path', argument: 0 },
  ],
  methodSinks: [{ methods: ['mv'], receiver: /./, kind: 'path', argument: 0 }],
  handlers: [
    {
      at: ['multer.diskStorage'],
      parameters: ['@request', '@uploadedFile', '@uploadCallback'],
      field: 'filename',
    },
    {
      at: ['multer.diskStorage'],
      parameters: ['@request', '@uploadedFile', '@uploadCallback'],
      field: 'destination',
    },
  ],
};
