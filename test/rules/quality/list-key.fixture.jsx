export function Lines({ lines, groups, isShort }) {
  const cells = lines.map((line) => <td>{line.title}</td>);
  return (
    <ul>
      {lines.map((line) => <li>{line.title}</li>)}
//                          ^^ quality/list-key: The items of this list have no `key`
      {lines.map((line) => {
        if (line.isGone) return null;
        return isShort ? <Short line={line} /> : <li key={line.id} />;
//                       ^^^^^^^^^^^^^^^^^^^^^ quality/list-key: The items of this list have no `key`
      })}
      {lines.map((line) => <li key={Math.random()}>{line.title}</li>)}
//                          ^^ quality/list-key: `Math.random()` gives each item a new key at each render
      {isShort && groups.map((group) => <>{group.title}</>)}
//                                      ^^^^^^^^^^^^^^^^^^ quality/list-key: The items of this list have no `key`
      {lines.map((line) => <li key={line.id}>{line.title}</li>)}
      {lines.map((line, index) => <li key={index}>{line.title}</li>)}
      {lines.map((line) => <Line {...line} />)}
      {lines.map((line) => line.title)}
      {React.Children.toArray(lines.map((line) => <li>{line.title}</li>))}
      <Row cells={lines.map((line) => ({ cell: <td>{line.title}</td> }))} />
      {createElement('tr', {}, ...cells)}
      {lines.map((line) => <li key={keyOf(line)}>{line.title}</li>)}
    </ul>
  );
}
