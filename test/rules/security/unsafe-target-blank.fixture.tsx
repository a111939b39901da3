export const Links = ({ url, rel }: { url: string; rel: string }) => (
  <nav>
    <a href={url} target="_blank">Site</a>
//   ^ security/unsafe-target-blank: The page behind this link can reach back to this one: `rel="noopener"` is missing
    <a href={url} target="_blank" rel="noopener">Safe</a>
    <a href={url} target="_blank" rel="noreferrer">Safe</a>
    <a href={url} target="_blank" rel={rel}>Perhaps</a>
    <a href="/terms" target="_blank">Own page</a>
    <a href={url} target="_self">Same window</a>
    <a href={url}>Same window</a>
  </nav>
);
