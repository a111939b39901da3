export class Basket extends React.Component {
  constructor() {
    super();
    this.state = { lines: [] };
    this.state.count = 3;
  }
  add(line) {
    this.state.lines.push(line);
//  ^^^^^^^^^^^^^^^^^^^^^ quality/direct-state-mutation: `this.state.lines` is changed in place, which React does not see
    this.state.person.name = 'Ada';
//  ^^^^^^^^^^^^^^^^^^^^^^ quality/direct-state-mutation: `this.state.person.name` is changed in place, which React does not see
    this.setState({ count: 3 });
    return this.state.lines.map((other) => other.id);
  }
}
export class Machine {
  step() {
    this.state.count = 3;
  }
}
