import { useContext, useEffect, useMemo, useState } from 'react';
export function Basket({ isOpen, list }) {
  const [lines] = useState([]);
  if (isOpen) useEffect(() => {}, []);
//            ^^^^^^^^^ quality/conditional-hook: `useEffect` is not called in every run of this component
  for (const item of list) useMemo(() => item, [item]);
//                         ^^^^^^^ quality/conditional-hook: `useMemo` is not called in every run of this component
  const theme = useContext(Theme) || 'none';
  if (!list) return <p />;
  const [last] = useState(theme);
//               ^^^^^^^^ quality/conditional-hook: `useState` is not called in every run of this component
  return <p>{lines.length + last}</p>;
}
export function helper(isOpen) {
  if (isOpen) useState();
}
