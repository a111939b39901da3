export class Clock {
  start() {
    window.addEventListener('resize', this.draw.bind(this));
  }
  stop(socket) {
    window.removeEventListener('resize', this.draw.bind(this));
//                                       ^^^^^^^^^^^^^^^^^^^^ quality/unremovable-listener: `window.removeEventListener` is given a new function, so it removes nothing
    socket.removeListener('data', () => this.draw());
//                                ^^^^^^^^^^^^^^^^^ quality/unremovable-listener: `socket.removeListener` is given a new function, so it removes nothing
    window.removeEventListener('resize', this.onResize);
    socket.removeListener('data', this.handlers.get('data'));
  }
}
