export function Basket({ lines }) {
  const Line = ({ line }) => <li>{line.title}</li>;
//      ^^^^ performance/component-in-render: `Line` is another component at each render of `Basket`: its state is lost
  function Total() {
//         ^^^^^ performance/component-in-render: `Total` is another component at each render of `Basket`: its state is lost
    return <b>{lines.length}</b>;
  }
  const renderLine = (line) => <li>{line.title}</li>;
  const Unused = () => <i />;
  const Kept = useMemo(() => () => <i />, []);
  const Called = () => <i />;
  return (
    <ul>
      {lines.map((line) => <Line key={line.id} line={line} />)}
      {lines.map(renderLine)}
      <Total />
      <Kept />
      {Called()}
    </ul>
  );
}

export const Outer = () => <li />;

export function makeTable(columns) {
  const Table = () => <table>{columns}</table>;
  return Table;
}
