export function Orders({ shop, page, filters = [] }) {
  const query = { shop, page };
  const load = () => fetch(shop);
  const kept = useMemo(() => ({ shop }), [shop]);
  const again = useCallback(() => fetch(shop), [shop]);
  const [state] = useState({});
  const title = `${shop} ${page}`;
  useEffect(() => load(query), [query, shop]);
//                              ^^^^^ performance/unstable-dependency-list: `query` is a new object at each render, so this `useEffect` always runs again
  useEffect(() => load(), [load]);
//                         ^^^^ performance/unstable-dependency-list: `load` is a new function at each render, so this `useEffect` always runs again
  useMemo(() => filters.length, [filters]);
//                               ^^^^^^^ performance/unstable-dependency-list: `filters` is a new array at each render, so this `useMemo` always runs again
  useCallback(() => load(), [[shop, page]]);
//                           ^^^^^^^^^^^^ performance/unstable-dependency-list: `…` is a new array at each render, so this `useCallback` always runs again
  useEffect(() => again(), [again, kept, state, title, outside]);
  useEffect(() => again());
  useState([query]);
  return <p>{title}</p>;
}

const outside = { page: 1 };
