import type { ReactNode } from 'react';
import { PlainShell } from '../plain-shell';

export default function AuthLayout({ children }: { children: ReactNode }) {
  return <PlainShell width="max-w-[27rem]">{children}</PlainShell>;
}
