export function Shop({ user, children }) {
  const [cart, setCart] = useState([]);
  const actions = { setCart };
  const stable = useMemo(() => ({ user }), [user]);
  let later = {};
  later = cart;
  return (
    <Session.Provider value={{ user }}>
//                    ^^^^^ performance/unstable-context-value: `Session.Provider` gets a new object at each render, so all its readers render again
      <Actions.Provider value={actions}>
//                      ^^^^^ performance/unstable-context-value: `Actions.Provider` gets a new object at each render, so all its readers render again
        <Cart.Provider value={[cart, setCart]}>
//                     ^^^^^ performance/unstable-context-value: `Cart.Provider` gets a new array at each render, so all its readers render again
          <User.Provider value={stable}>
            <Later.Provider value={later}>{children}</Later.Provider>
          </User.Provider>
          <Theme.Provider value={theme}>
            <Name.Provider value="shop">
              <Option value={{ user }} />
              <Cart.Consumer value={{ user }} />
            </Name.Provider>
          </Theme.Provider>
        </Cart.Provider>
      </Actions.Provider>
    </Session.Provider>
  );
}

const theme = { dark: true };

export function wrap(node) {
  return <Session.Provider value={{ user: undefined }}>{node}</Session.Provider>;
}
