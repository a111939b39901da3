export class Counter extends React.Component {
  add(size) {
    this.setState({ count: this.state.count + size });
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quality/stale-state-update: `this.state.count` may be old when this update is made
    this.setState({ isOpen: !this.state.isOpen, lines: this.state.other });
    this.setState((state) => ({ count: state.count + 1 }));
    this.setState({ count: size + 1 });
  }
}
