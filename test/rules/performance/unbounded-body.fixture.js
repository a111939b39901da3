export function collect(req, done) {
  const chunks = [];
  req.on('data', (chunk) => chunks.push(chunk));
//^^^^^^ performance/unbounded-body: The body of `req` is collected without a limit
  req.on('end', () => done(Buffer.concat(chunks)));
}
export function counted(req, done) {
  let size = 0;
  const chunks = [];
  req.on('data', (chunk) => {
    size += chunk.length;
    if (size > 1000) req.destroy();
    chunks.push(chunk);
  });
  req.on('end', () => done(Buffer.concat(chunks)));
}
export function passed(req, file, child) {
  req.on('data', (chunk) => file.write(chunk));
  child.stdout.on('data', (chunk) => lines.push(chunk));
  req.on('end', () => file.end());
}
