export function Clock({ tick }) {
  useEffect(() => {
    setInterval(tick, 1000);
//  ^^^^^^^^^^^ quality/missing-effect-cleanup: `setInterval` in this effect is never undone
  }, []);
  useEffect(() => {
    window.addEventListener('resize', tick);
//  ^^^^^^^^^^^^^^^^^^^^^^^ quality/missing-effect-cleanup: `window.addEventListener` in this effect is never undone
  });
  useEffect(() => {
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    window.addEventListener('load', tick, { once: true });
  });
  return <p />;
}
