export class Clock extends HTMLElement {
  connectedCallback() {
    setInterval(() => this.draw(), 1000);
//  ^^^^^^^^^^^ quality/missing-teardown: `setInterval` is started here and `disconnectedCallback` does not stop it
  }
  draw() {}
}
declare class Component {}
export class Header extends Component {
  componentDidMount() {
    window.addEventListener('scroll', this.onScroll);
//  ^^^^^^^^^^^^^^^^^^^^^^^ quality/missing-teardown: `window.addEventListener` is started here and `componentWillUnmount` does not stop it
  }
  componentWillUnmount() {
    console.log('gone');
  }
  onScroll() {}
}
export class Fine extends Component {
  timer?: unknown;
  componentDidMount() {
    this.timer = setInterval(() => this.draw(), 1000);
    window.addEventListener('load', () => this.draw(), { once: true });
  }
  componentWillUnmount() {
    this.stop();
  }
  stop() {
    clearInterval(this.timer as number);
  }
  draw() {}
  ngOnInit() {
    setTimeout(() => this.draw(), 10);
  }
}
export class Plain {
  componentDidMount() {
    setInterval(() => undefined, 1000);
  }
}
